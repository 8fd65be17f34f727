package eventflux.api.spi.window;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what a window emits, in order. What is emitted during one call of the window is one step (a chunk) for the
 * clauses that work on chunks, unless {@link #endStep} divides it; what a {@linkplain WindowMode#FOLDING folding} window
 * emits is one step until {@link #endStep}. A sliding window emits a row that is pushed out
 * before the row that pushed it; a batch window emits expired rows, reset, current rows.
 *
 * <p>No method throws: what goes wrong with a row goes to the error policy. Rows of a batch window that were told of
 * have to stay readable until the step ends: nothing is appended in place of them.
 */
@ProviderType
public interface WindowOutput {

    /** A row that is in the window now. */
    void current(Row row);

    /** A row that is held back: joins and questions find it in the window, and nobody is told of it until it is {@link #released}. */
    void held(Row row);

    /**
     * A row that was {@link #held} is told of as one that comes, with the application's time as its own, and stays for those who
     * count; joins and questions find it no more. Rows are released in the order in which they leave otherwise.
     */
    void released(Row row);

    /**
     * A row that is in the window now and will not be told of again, as another has taken its place: joins and questions find it no
     * more; whoever counts rows goes on counting it.
     */
    void forgotten(Row row);

    /** A row that has left; it goes on with the application's time as its own. */
    void expired(Row row);

    /** A row that has left at a time of the window's own, epoch milliseconds, which is the row's then. */
    void expired(Row row, long at);

    /** Forgets what aggregates have seen, in all groups. */
    void reset();

    /** Ends the step; what follows is another. */
    void endStep();
}
