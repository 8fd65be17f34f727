package eventflux.core.compile;

import eventflux.core.operator.Stage;
import eventflux.core.row.RowLayout;

/**
 * One of the things that rows pass before the selection. It is prepared before what comes behind it, which asks how its rows lie and
 * how they leave, and built in afterwards.
 */
interface RowStep {

    /** How the rows lie that it hands on. */
    RowLayout layout();

    /** How they leave again. */
    RowLife life();

    /** Whether the clock has to be read for its rows. */
    boolean readsClock();

    /** Whether each row has to be a step of its own. */
    boolean stepsByRow();

    /** The operator before {@code next}. */
    Stage before(Stage next);
}
