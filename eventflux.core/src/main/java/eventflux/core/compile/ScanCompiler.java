package eventflux.core.compile;

import eventflux.core.operator.QueryEntry;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.Scan;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RunCursor;
import java.util.Map;

/** Makes what reads the streams of one query and hands rows of one layout to its first stage. */
interface ScanCompiler {

    /** A compiler for what a query reads. */
    static ScanCompiler of(CompileScope scope, QueryPlan query, Map<String, StreamJunction> junctions) {
        if (query.scan() instanceof Scan.OfJoin join) {
            return new JoinCompiler(
                    scope,
                    query.name(),
                    join,
                    junctions,
                    QueryCompiler.kinds(query).expired());
        }
        if (query.scan() instanceof Scan.OfMatch match) {
            return new MatchScan(scope, match, junctions);
        }
        if (query.scan() instanceof Scan.OfPattern pattern) {
            return new PatternScan(scope, pattern, junctions);
        }
        String stream = ((Scan.OfStream) query.scan()).stream();
        SharedWindow window = scope.windows().get(stream);
        return window == null
                ? new OfStream(scope, query.name(), junctions.get(stream))
                : new OfWindow(scope, query.name(), stream, window);
    }

    /** How the rows lie that the first stage gets. */
    RowLayout layout();

    /** How these rows leave again before any window of the query. */
    RowLife life();

    /** Whether anything in it asks for the time. */
    boolean readsClock();

    /**
     * Lets rows come.
     *
     * @param first takes them
     * @param stepsByRow whether each row is a step of its own, or a run is
     */
    void feed(Stage first, boolean stepsByRow);

    /** Reads a window that other queries read too. */
    record OfWindow(CompileScope scope, String query, String name, SharedWindow window) implements ScanCompiler {

        @Override
        public RowLayout layout() {
            return window.layout();
        }

        @Override
        public RowLife life() {
            return window.lifeOfReaders();
        }

        @Override
        public boolean readsClock() {
            return window.readsClock();
        }

        @Override
        public void feed(Stage first, boolean stepsByRow) {
            window.add(query, scope.routed(name, first, life()));
        }
    }

    /** Reads one stream. */
    record OfStream(CompileScope scope, String query, StreamJunction junction) implements ScanCompiler {

        @Override
        public RowLayout layout() {
            return junction.layout();
        }

        @Override
        public RowLife life() {
            return RowLife.FOR_EVER;
        }

        @Override
        public boolean readsClock() {
            return false;
        }

        @Override
        public void feed(Stage first, boolean stepsByRow) {
            RunCursor rows = scope.readers().cursor(query, junction);
            scope.readers().enter(query, junction, new QueryEntry(query, rows, first, stepsByRow, scope.failures()));
        }
    }
}
