package eventflux.api.spi.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps revisions of the state of applications. A revision is there whole or not at all, whatever happens to the process or the
 * machine while it is saved; once {@link #save} has returned it stays. Revisions are numbered by the engine, newer ones higher. Which
 * are no longer needed is the engine's business. Safe for many threads; no two that act on one application at the same time.
 *
 * <p>Names of applications are free text and may hold what file systems and databases take for something else.
 */
@ConsumerType
public interface PersistenceStore extends Closeable {

    /** Keeps a revision; one of the same number is replaced. Returns when the end of the process can't lose it any more. */
    void save(String application, long revision, byte[] state) throws IOException;

    /**
     * The bytes as they were saved.
     *
     * @throws DamagedRevisionException when it is there, but not as it was saved
     * @throws java.io.FileNotFoundException when there is no such revision
     */
    byte[] load(String application, long revision) throws IOException;

    /** The revisions of an application, damaged ones included, oldest first; empty when there are none. */
    List<Long> revisions(String application) throws IOException;

    /** Forgets a revision; does nothing when there is none. */
    void delete(String application, long revision) throws IOException;

    /** Lets go of everything; what was saved stays. */
    @Override
    void close() throws IOException;
}
