package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.join.JoinMemory;
import eventflux.core.operator.join.JoinPairs;
import eventflux.core.operator.join.JoinSide;
import eventflux.core.operator.join.LiveLookup;
import eventflux.core.operator.join.NoRows;
import eventflux.core.operator.join.OrderedRows;
import eventflux.core.operator.join.RangeLookup;
import eventflux.core.operator.join.SharedSide;
import eventflux.core.operator.join.ShiftedKey;
import eventflux.core.operator.table.RangeCandidates;
import eventflux.core.operator.table.RowKey;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.plan.JoinKey;
import eventflux.core.plan.JoinRange;
import eventflux.core.plan.JoinSidePlan;
import eventflux.core.plan.Scan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedJoin.Place;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the sides of a join, from the last to the first, and lets rows of their streams in. */
final class JoinCompiler implements ScanCompiler {

    private final CompileScope scope;
    private final String query;
    private final Scan.OfJoin scan;
    private final ResolvedJoin join;
    private final List<SideInput> inputs = new ArrayList<>();
    private final RowLayout layout;
    private final RowLife life;

    /**
     * Makes the windows.
     *
     * @param expiredWanted whether anybody looks at pairs that are no more
     */
    JoinCompiler(
            CompileScope scope,
            String query,
            Scan.OfJoin scan,
            Map<String, StreamJunction> junctions,
            boolean expiredWanted) {
        this.scope = scope;
        this.query = query;
        this.scan = scan;
        this.join = scan.join();
        for (JoinSidePlan side : scan.sides()) {
            inputs.add(SideInput.of(scope, query, side, junctions, expiredWanted));
        }
        this.layout = layout(join.places());
        this.life = lifeOfPairs();
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public RowLife life() {
        return life;
    }

    @Override
    public boolean readsClock() {
        boolean windows = inputs.stream().anyMatch(SideInput::readsClock);
        boolean asks = join.steps().stream()
                .flatMap(step -> step.asked().stream())
                .anyMatch(asked -> asked.values().stream().anyMatch(ReadsTime::reads));
        return windows || asks || join.conditions().anyMatch(ReadsTime::reads);
    }

    // Pairs leave when one of their rows does; they are a batch where all that search come in batches.
    private RowLife lifeOfPairs() {
        boolean leave = inputs.stream().anyMatch(input -> input.life().leave());
        boolean inBatches = true;
        for (int side = 0; side < inputs.size(); side++) {
            inBatches &= !searches(side) || inputs.get(side).life().inBatches();
        }
        return RowLife.of(leave, inBatches, false);
    }

    private boolean searches(int side) {
        return side == 0
                ? join.steps().get(0).left().searches()
                : join.steps().get(side - 1).right().searches();
    }

    private RowLayout layout(List<Place> places) {
        BitSet coded = new BitSet();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            coded.set(i, inputs.get(place.side()).layout().isCoded(place.column()));
        }
        return new RowLayout(join.schemaOf(places), coded);
    }

    /** Each row is a step of its own: sides must see each other's rows in the order of arrival. */
    @Override
    public void feed(Stage first, boolean stepsByRow) {
        Stage next = first;
        List<Stage> rights = new ArrayList<>();
        for (int step = join.steps().size() - 1; step >= 0; step--) {
            Sides sides = sides(step, next);
            rights.add(0, sides.right());
            next = sides.left();
        }
        inputs.get(0).feed(next);
        for (int i = 0; i < rights.size(); i++) {
            inputs.get(i + 1).feed(rights.get(i));
        }
    }

    private record Sides(Stage left, Stage right) {}

    private Sides sides(int step, Stage next) {
        RowLayout left = step == 0 ? inputs.get(0).layout() : layout(join.leftPlaces(step));
        RowLayout right = inputs.get(step + 1).layout();
        boolean isLast = step == join.steps().size() - 1;
        List<Place> places = isLast ? join.places() : join.leftPlaces(step + 1);
        JoinPairs pairs = pairs(step, scope.bindings(List.of(left, right)), places, next);
        return new StepCompiler(step, left, right).sides(pairs);
    }

    private JoinPairs pairs(int step, Bindings bindings, List<Place> places, Stage next) {
        RowLayout output = layout(places);
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            columns.add(reference(step, places.get(i), output, i));
        }
        return new JoinPairs(
                scope.code().pairProjection(columns, output, bindings),
                new RowBuilder(new RowBatch(output), scope.symbols()),
                scope.context(),
                scope.failures(),
                query,
                next);
    }

    private Expr reference(int step, Place place, RowLayout output, int index) {
        String name = output.schema().column(index).name();
        DataType type = output.type(index);
        return place.side() == step + 1
                ? new Expr.ColumnRef(1, place.column(), type, name)
                : new Expr.ColumnRef(0, join.leftPlaces(step).indexOf(place), type, name);
    }

    /** Makes the two sides of one step. */
    private final class StepCompiler {

        private final int number;
        private final ResolvedJoin.Step step;
        private final JoinKey key;
        private final boolean hasKey;
        private final RowLayout left;
        private final RowLayout right;

        StepCompiler(int number, RowLayout left, RowLayout right) {
            this.number = number;
            this.step = join.steps().get(number);
            this.key = scan.keys().get(number);
            this.left = left;
            this.right = right;
            this.hasKey = !key.isEmpty() && areAlike();
        }

        // Texts find each other by their codes.
        private boolean areAlike() {
            for (int i = 0; i < key.left().size(); i++) {
                if (!isNumberOrCode(key.left().get(i), left)
                        || !isNumberOrCode(key.right().get(i), right)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isNumberOrCode(Expr expr, RowLayout layout) {
            return ExpressionCompiler.fitsLong(expr, List.of(layout));
        }

        Sides sides(JoinPairs pairs) {
            boolean leftStays = number > 0 || inputs.get(0).keepsRows();
            boolean inTable = join.table(number).isPresent();
            Optional<SideInput> first = number == 0 ? Optional.of(inputs.get(0)) : Optional.empty();
            Optional<SideInput> second = Optional.of(inputs.get(number + 1));
            Optional<LiveRows> lefts =
                    live("left", left, first, !inTable && step.right().searches() && leftStays);
            Optional<LiveRows> rights = live(
                    "right",
                    right,
                    second,
                    !inTable && step.left().searches() && inputs.get(number + 1).keepsRows());
            boolean leftInOrder = number == 0 && inputs.get(0).inOrder();
            boolean rightInOrder = inputs.get(number + 1).inOrder();
            Optional<OrderedRows> leftOrder = ordered(lefts, key.ofLeft(), left);
            Optional<OrderedRows> rightOrder = ordered(rights, key.ofRight(), right);
            Stage leftSide = side(
                    first,
                    lefts.map(rows -> new JoinMemory(rows, rowKey(key.left(), left), leftInOrder, leftOrder)),
                    search(step.left(), rights, key.left(), left, true, rightOrder),
                    pairs,
                    new JoinSide.Place(true, missing(step.left(), right)));
            Stage rightSide = side(
                    second,
                    rights.map(rows -> new JoinMemory(rows, rowKey(key.right(), right), rightInOrder, rightOrder)),
                    search(step.right(), lefts, key.right(), right, false, leftOrder),
                    pairs,
                    new JoinSide.Place(false, missing(step.right(), left)));
            return new Sides(leftSide, rightSide);
        }

        private Stage side(
                Optional<SideInput> input,
                Optional<JoinMemory> memory,
                Optional<RowLookup> partners,
                JoinPairs pairs,
                JoinSide.Place place) {
            Optional<SideInput> shared = input.filter(SideInput::isShared);
            if (shared.isEmpty()) {
                return new JoinSide(memory, partners, pairs, place, scope.context());
            }
            Stage search = new JoinSide(Optional.empty(), partners, pairs, place, scope.context());
            return new SharedSide(memory, shared.get().intoParts(search), scope.context());
        }

        private Optional<LiveRows> live(String side, RowLayout rows, Optional<SideInput> input, boolean isSearched) {
            if (!isSearched) {
                return Optional.empty();
            }
            RecordStore records = input.filter(SideInput::isShared)
                    .map(shared -> shared.outside().records())
                    .orElse(scope.records());
            RecordPart part = new RecordPart(query + "/join" + number + "/" + side, records);
            scope.state().add(part);
            return Optional.of(
                    part.state(new RowArena(), "", rows, scope.symbols()).liveRows("rows"));
        }

        private Optional<RowKey> rowKey(List<Expr> keys, RowLayout rows) {
            if (!hasKey) {
                return Optional.empty();
            }
            return Optional.of(new TableKeys(scope.code(), scope.bindings(rows)).all(keys));
        }

        private Optional<OrderedRows> ordered(Optional<LiveRows> rows, Optional<JoinRange> range, RowLayout layout) {
            return rows.flatMap(live -> range.map(found -> new OrderedRows(
                    live,
                    new TableKeys(scope.code(), scope.bindings(layout)).one(found.key()),
                    new RowView(layout, scope.symbols()))));
        }

        private RowLookup inRange(OrderedRows others, JoinRange range, RowLayout own, RowPairPredicate test) {
            TableKeys probes = new TableKeys(scope.code(), scope.bindings(own));
            RowLayout rows = own == left ? right : left;
            return new RangeLookup(
                    others,
                    new RangeCandidates(
                            others.index(),
                            range.low().map(bound -> bound(bound, probes)),
                            range.high().map(bound -> bound(bound, probes))),
                    test,
                    new RowView(rows, scope.symbols()));
        }

        private static RangeCandidates.Bound bound(JoinRange.Bound bound, TableKeys probes) {
            RowKey value = probes.one(bound.value());
            return new RangeCandidates.Bound(
                    bound.shift() == 0 ? value : new ShiftedKey(value, bound.shift()), bound.inclusive());
        }

        private Optional<RowLookup> search(
                ResolvedJoin.Role role,
                Optional<LiveRows> others,
                List<Expr> keys,
                RowLayout own,
                boolean isLeft,
                Optional<OrderedRows> ordered) {
            if (!role.searches()) {
                return Optional.empty();
            }
            Optional<ResolvedJoin.Side> table = join.table(number);
            if (table.isPresent()) {
                return Optional.of(lookup(table.get(), own));
            }
            if (others.isEmpty()) {
                return Optional.of(new NoRows());
            }
            LiveRows rows = others.get();
            Optional<RowPairPredicate> test = condition().map(both -> isLeft ? both : swapped(both));
            if (ordered.isPresent()) {
                JoinRange range = (isLeft ? key.ofRight() : key.ofLeft()).orElseThrow();
                return Optional.of(inRange(ordered.get(), range, own, test.orElseThrow()));
            }
            return Optional.of(
                    new LiveLookup(rows, rowKey(keys, own), test, new RowView(rows.layout(), scope.symbols())));
        }

        private RowLookup lookup(ResolvedJoin.Side lookedUp, RowLayout own) {
            Expr test = step.condition().orElse(new Expr.Constant(DataType.BOOL, true));
            return step.asked()
                    .map(asked -> scope.aggregations().lookup(lookedUp.name(), test, asked, own))
                    .orElseGet(() -> scope.tables().lookup(lookedUp.name(), test, own, columns(lookedUp)));
        }

        // Between two joins all columns are passed on.
        private List<Integer> columns(ResolvedJoin.Side table) {
            int side = join.sides().indexOf(table);
            boolean isOnly = join.steps().size() == 1;
            return IntStream.range(0, table.schema().size())
                    .filter(column -> !isOnly || join.places().contains(new Place(side, column)))
                    .boxed()
                    .toList();
        }

        // One exact key settles its equality; hashes settle nothing.
        private Optional<RowPairPredicate> condition() {
            boolean isExact = hasKey
                    && key.left().size() == 1
                    && ExpressionCompiler.fitsLong(key.left().get(0), List.of(left));
            Optional<Expr> rest = isExact ? key.rest() : step.condition();
            return rest.map(test -> scope.code().pairPredicate(test, scope.bindings(List.of(left, right))));
        }

        private Optional<RowView> missing(ResolvedJoin.Role role, RowLayout other) {
            return role.isPreserved() ? Optional.of(nulls(other)) : Optional.empty();
        }
    }

    private static RowPairPredicate swapped(RowPairPredicate test) {
        return (row, other, context) -> test.test(other, row, context);
    }

    private RowView nulls(RowLayout rows) {
        RowBuilder builder = new RowBuilder(new RowBatch(rows), scope.symbols());
        builder.begin(0, 0);
        builder.putAllNull();
        builder.commit();
        return new RowView(rows, scope.symbols()).wrap(builder.batch());
    }
}
