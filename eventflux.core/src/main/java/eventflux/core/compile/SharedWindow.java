package eventflux.core.compile;

import eventflux.core.operator.QueryEntry;
import eventflux.core.operator.SharedRows;
import eventflux.core.operator.SharedRows.Reader;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.KeptColumns;
import eventflux.core.plan.PlanStep;
import eventflux.core.resolved.NamedWindow;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import eventflux.core.state.LiveRows;
import eventflux.core.state.RecordPart;

/** A window that all readers of a stream share, made once. */
final class SharedWindow {

    private final NamedWindow definition;
    private final RowLayout layout;
    private final RowLife life;
    private final boolean readsClock;
    private final SharedRows rows;

    /** Makes the window and lets the rows of its stream in. */
    SharedWindow(CompileScope scope, NamedWindow definition, StreamJunction junction) {
        this.definition = definition;
        this.layout = junction.layout();
        String id = junction.name() + "/window";
        // Whoever comes to read it may read any column.
        PlanStep.Window step = new PlanStep.Window(definition.call(), id, KeptColumns.all(layout.schema()));
        WindowCompiler window = new WindowCompiler(scope, step, layout, WindowUse.EXPIRED_TOO);
        this.life = window.life();
        this.readsClock = window.readsClock();
        RecordPart part = new RecordPart(junction.name() + "/rows", scope.records());
        scope.state().add(part);
        LiveRows live = part.state(new RowArena(), "", layout, scope.symbols()).liveRows("rows");
        this.rows = new SharedRows(live, life.inOrder(), scope.failures());
        RunCursor cursor = new RunCursor(new RowView(layout, scope.symbols()));
        junction.add(
                new QueryEntry(junction.name(), cursor, window.before(rows), !window.goesByRuns(), scope.failures()));
    }

    /** How the rows lie. */
    RowLayout layout() {
        return layout;
    }

    /** How rows leave, for those that see all of them. */
    RowLife life() {
        return life;
    }

    /** How rows leave for readers, which may not be shown all. */
    RowLife lifeOfReaders() {
        return definition.expired() ? life : RowLife.of(false, life.inBatches(), true);
    }

    /** Whether the clock has to be read for its rows. */
    boolean readsClock() {
        return readsClock;
    }

    /** The rows that are in it. */
    LiveRows rows() {
        return rows.rows();
    }

    /** Adds a query that reads what the definition shows. */
    void add(String query, Stage first) {
        rows.add(new Reader(query, first, definition.current(), definition.expired()));
    }

    /** Adds the side of a join, which has to know of each row that comes and goes. */
    void addSide(String query, Stage first) {
        rows.add(new Reader(query, first, true, true));
    }
}
