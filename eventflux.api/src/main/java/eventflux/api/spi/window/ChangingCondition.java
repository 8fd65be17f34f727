package eventflux.api.spi.window;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A condition that may be another one from some row on: its text can come with the rows. The window asks each row that comes, before it
 * does anything else with it.
 */
@ProviderType
public interface ChangingCondition extends RowCondition {

    /** Whether {@link #follow} may ever answer yes: only then the window needs to keep the rows that are in, so that it can try them again. */
    boolean changes();

    /**
     * Takes over the condition that a row brings. When it is another one than that of the row before, it has counted nothing yet: the window
     * then tries all rows again that are in, as if they came now, one after the other. What holds, and that it does, is part of the state
     * of the present key.
     *
     * @return whether it is another one
     * @throws RuntimeException when the row brings none; the one before holds on, and the row fails
     */
    boolean follow(Row row);
}
