package eventflux.api.command;

import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command that a bundle registers as a service and the launcher runs once in the process that it started for it.
 */
@ConsumerType
public interface NodeCommand {

    /** The word on the command line. */
    String name();

    /**
     * Does its work on the calling thread and returns when it is finished.
     *
     * @param in what comes in from outside; the command does not close it
     * @param out where its output goes, and nothing else's; the command does not close it
     * @return the exit code of the process
     * @throws InterruptedException when the process is about to end
     */
    int run(InputStream in, OutputStream out) throws InterruptedException;
}
