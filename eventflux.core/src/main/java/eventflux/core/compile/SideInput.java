package eventflux.core.compile;

import eventflux.core.operator.QueryEntry;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.JoinSidePlan;
import eventflux.core.resolved.ResolvedJoin.Kind;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import java.util.Map;

/** What lets the rows of one side of a join in. */
interface SideInput {

    /** For a side of a query; makes its window. */
    static SideInput of(
            CompileScope scope,
            String query,
            JoinSidePlan side,
            Map<String, StreamJunction> junctions,
            boolean expiredWanted) {
        String name = side.side().name();
        if (side.side().kind() == Kind.TABLE) {
            return new LookedUp(scope.tables().layout(name));
        }
        if (side.side().kind() == Kind.AGGREGATION) {
            return new LookedUp(scope.aggregations().layout(name));
        }
        SharedWindow window = scope.windows().get(name);
        return window == null
                ? new OfStream(scope, query, side, junctions.get(name), expiredWanted)
                : OfWindow.of(scope, query, side, window, expiredWanted);
    }

    /** How its rows lie. */
    RowLayout layout();

    /** How they leave. */
    RowLife life();

    /** Whether rows stay for those of the other side to find. */
    boolean keepsRows();

    /** Whether the clock has to be read for its rows. */
    boolean readsClock();

    /** Lets rows come to the side. */
    void feed(Stage side);

    /** Whether rows leave in the order in which they came. */
    default boolean inOrder() {
        return life().inOrder();
    }

    /** Whether it stands in a partition and its rows come to all parts alike, which keep them together. */
    default boolean isShared() {
        return false;
    }

    /** What the parts of a partition share with what stands around it, where rows are {@link #isShared}. */
    default CompileScope outside() {
        throw new IllegalStateException("the rows of each part are its own");
    }

    /** What brings rows that are {@link #isShared} to a stage of every part. */
    default Stage intoParts(Stage side) {
        throw new IllegalStateException("the rows of each part are its own");
    }

    /** A table or aggregation, whose rows come by themselves to nobody. */
    record LookedUp(RowLayout layout) implements SideInput {

        @Override
        public RowLife life() {
            return RowLife.FOR_EVER;
        }

        @Override
        public boolean keepsRows() {
            return true;
        }

        @Override
        public boolean readsClock() {
            return false;
        }

        @Override
        public void feed(Stage side) {
            // Nothing comes from a table.
        }
    }

    /** A window that other queries read too, with the filters of this one. */
    record OfWindow(CompileScope scope, String query, String name, SharedWindow window, RowSteps steps)
            implements SideInput {

        private static OfWindow of(
                CompileScope scope, String query, JoinSidePlan plan, SharedWindow window, boolean expiredWanted) {
            String name = plan.side().name();
            CompileScope present =
                    isShared(scope, name) ? scope.route().orElseThrow().outside() : scope;
            RowSteps steps = new RowSteps(
                    present.of(scope.state()).failingTo(scope.failures()),
                    plan.steps(),
                    window.layout(),
                    window.life(),
                    WindowUse.of(expiredWanted));
            return new OfWindow(scope, query, name, window, steps);
        }

        private static boolean isShared(CompileScope scope, String name) {
            return scope.route().filter(route -> !route.hasKey(name)).isPresent();
        }

        @Override
        public boolean isShared() {
            return isShared(scope, name);
        }

        @Override
        public CompileScope outside() {
            return scope.route().orElseThrow().outside();
        }

        @Override
        public Stage intoParts(Stage side) {
            return scope.routed(name, side, life());
        }

        @Override
        public RowLayout layout() {
            return steps.layout();
        }

        @Override
        public RowLife life() {
            return steps.life();
        }

        @Override
        public boolean keepsRows() {
            return true;
        }

        @Override
        public boolean readsClock() {
            return window.readsClock() || steps.readsClock();
        }

        @Override
        public void feed(Stage side) {
            Stage first = steps.before(side);
            window.addSide(query, isShared() ? first : scope.routed(name, first, window.life()));
        }
    }

    /** A stream with its filters and its window. */
    final class OfStream implements SideInput {

        private final CompileScope scope;
        private final String query;
        private final JoinSidePlan plan;
        private final StreamJunction junction;
        private final RowSteps steps;

        OfStream(CompileScope scope, String query, JoinSidePlan plan, StreamJunction junction, boolean expiredWanted) {
            this.scope = scope;
            this.query = query;
            this.plan = plan;
            this.junction = junction;
            // A batch is found no longer than its window has it: the end of an empty one counts, too.
            WindowUse use = WindowUse.of(expiredWanted || plan.side().keepsRows());
            this.steps = new RowSteps(scope, plan.steps(), junction.layout(), RowLife.FOR_EVER, use);
        }

        @Override
        public RowLayout layout() {
            return steps.layout();
        }

        @Override
        public RowLife life() {
            return steps.life();
        }

        @Override
        public boolean keepsRows() {
            return plan.side().keepsRows();
        }

        @Override
        public boolean readsClock() {
            return steps.readsClock();
        }

        @Override
        public void feed(Stage side) {
            RunCursor cursor = new RunCursor(new RowView(junction.layout(), scope.symbols()));
            junction.add(new QueryEntry(query, cursor, steps.before(side), true, scope.failures()));
        }
    }
}
