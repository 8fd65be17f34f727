package eventflux.ext.file;

import java.io.IOException;

/** One run of a source from start to stop or the end of the input, on the source's thread. */
@FunctionalInterface
interface FileReading {

    /**
     * Reads until the end, or until the pause says stop.
     *
     * @return whether the input is at its end; false when it was stopped
     */
    boolean run() throws IOException, InterruptedException;
}
