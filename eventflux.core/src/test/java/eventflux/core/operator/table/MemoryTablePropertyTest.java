package eventflux.core.operator.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.table.RangeCandidates.Bound;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes and look-ups by every index, against a list that is searched whole; saved and restored in between. */
class MemoryTablePropertyTest {

    private static final int STEPS = 8_000;
    private static final int KEY = 0;
    private static final int GROUP = 1;
    private static final int PRICE = 2;

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout =
            new RowLayout(RowSheet.schema("id long", "zone string", "price double", "note string"), RowSheet.coded(1));
    private final EvalContext context = new EvalContext();
    private final List<Object[]> model = new ArrayList<>();
    private MemoryTable table = new MemoryTable("T", layout, symbols, context);
    private HashIndex byKey;
    private HashIndex byGroup;
    private OrderedIndex byPrice;
    private HashIndex byBoth;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersWhatASearchThroughAllRowsAnswers(long seed) {
        Random random = new Random(seed);
        index();
        for (int step = 0; step < STEPS; step++) {
            change(random);
            if (step % 7 == 0) {
                look(random);
            }
            if (step % 1_000 == 0) {
                saveAndRestore();
            }
        }
        assertEquals(texts(model), texts(new AllCandidates(table), event(rowOf(random)), Optional.empty()));
    }

    private void index() {
        byKey = new HashIndex(new KeyColumn(KEY));
        byGroup = new HashIndex(new KeyColumn(GROUP));
        byPrice = new OrderedIndex(new KeyColumn(PRICE));
        byBoth = new HashIndex(both());
        RowPairPredicate sameKey = (left, right, ignored) -> left.getLong(KEY) == right.getLong(KEY);
        table.primaryKey(new MemoryTable.PrimaryKey(byKey, sameKey));
        table.addIndex(byGroup);
        table.addIndex(byPrice);
        table.addIndex(byBoth);
    }

    private void change(Random random) {
        Object[] row = rowOf(random);
        int kind = random.nextInt(10);
        if (kind < 5) {
            insert(row);
        } else if (kind < 8) {
            update(row, random.nextBoolean());
        } else {
            remove(row);
        }
    }

    private void insert(Object[] row) {
        boolean isFree = model.stream().noneMatch(other -> other[KEY].equals(row[KEY]));
        if (isFree) {
            model.add(row);
        }
        assertEquals(isFree, table.insert(event(row)));
    }

    // All rows of the group get the price and the note; with the key as well only one of them can.
    private void update(Object[] values, boolean withKey) {
        TableLookup lookup = new TableLookup(table, new KeyCandidates(byGroup, new KeyColumn(GROUP)), Optional.empty());
        lookup.begin(event(values), context);
        for (RowView row = lookup.next(); row != null; row = lookup.next()) {
            Object[] changed = row.toArray();
            changed[PRICE] = values[PRICE];
            changed[KEY] = withKey ? values[KEY] : changed[KEY];
            int place = place((Long) row.get(KEY));
            boolean isFree = changed[KEY].equals(model.get(place)[KEY]) || place((Long) changed[KEY]) < 0;
            assertEquals(isFree, lookup.replace(event(changed)));
            if (isFree) {
                model.set(place, changed);
            }
        }
    }

    private int place(long key) {
        for (int i = 0; i < model.size(); i++) {
            if (model.get(i)[KEY].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private void remove(Object[] row) {
        TableLookup lookup = new TableLookup(table, new KeyCandidates(byKey, new KeyColumn(KEY)), Optional.empty());
        lookup.begin(event(row), context);
        while (lookup.next() != null) {
            lookup.remove();
        }
        model.removeIf(other -> other[KEY].equals(row[KEY]));
    }

    private void look(Random random) {
        Object[] wanted = rowOf(random);
        RowView event = event(wanted);
        compare(row -> row[KEY].equals(wanted[KEY]), new KeyCandidates(byKey, new KeyColumn(KEY)), event);
        compare(
                row -> row[GROUP] != null && row[GROUP].equals(wanted[GROUP]),
                new KeyCandidates(byGroup, new KeyColumn(GROUP)),
                event);
        lookByBoth(wanted, event);
        boolean inclusive = random.nextBoolean();
        Bound bound = new Bound(new KeyColumn(PRICE), inclusive);
        compare(
                row -> isOrdered(wanted[PRICE], row[PRICE], inclusive),
                new RangeCandidates(byPrice, Optional.of(bound), Optional.empty()),
                event);
        compare(
                row -> isOrdered(row[PRICE], wanted[PRICE], inclusive),
                new RangeCandidates(byPrice, Optional.empty(), Optional.of(bound)),
                event);
    }

    private void lookByBoth(Object[] wanted, RowView event) {
        Predicate<Object[]> condition = row -> row[GROUP] != null
                && row[PRICE] != null
                && row[GROUP].equals(wanted[GROUP])
                && row[PRICE].equals(wanted[PRICE]);
        RowPairPredicate same = (left, right, ignored) -> condition.test(right.toArray());
        Bound price = new Bound(new KeyColumn(PRICE), true);
        Candidates fewest = new FewestCandidates(List.of(
                new RangeCandidates(byPrice, Optional.of(price), Optional.of(price)),
                new KeyCandidates(byGroup, new KeyColumn(GROUP))));
        compare(condition, new KeyCandidates(byBoth, both()), event, Optional.of(same));
        compare(condition, fewest, event, Optional.of(same));
    }

    private static RowKey both() {
        return new CombinedKey(List.of(new KeyColumn(GROUP), new KeyColumn(PRICE)));
    }

    private static boolean isOrdered(Object low, Object high, boolean inclusive) {
        if (low == null || high == null) {
            return false;
        }
        int order = ((Double) low).compareTo((Double) high);
        return order < 0 || inclusive && order == 0;
    }

    private void compare(Predicate<Object[]> condition, Candidates candidates, RowView event) {
        compare(condition, candidates, event, Optional.empty());
    }

    private void compare(
            Predicate<Object[]> condition, Candidates candidates, RowView event, Optional<RowPairPredicate> rest) {
        List<String> expected = texts(model.stream().filter(condition).toList());
        assertEquals(expected, texts(candidates, event, rest));
        boolean exists = new TableLookup(table, candidates, rest).exists(event, context);
        assertEquals(!expected.isEmpty(), exists);
    }

    private List<String> texts(Candidates candidates, RowView event, Optional<RowPairPredicate> condition) {
        TableLookup lookup = new TableLookup(table, candidates, condition);
        List<String> found = new ArrayList<>();
        lookup.begin(event, context);
        for (RowView row = lookup.next(); row != null; row = lookup.next()) {
            found.add(Arrays.toString(row.toArray()));
        }
        return found;
    }

    private static List<String> texts(List<Object[]> rows) {
        return rows.stream().map(Arrays::toString).toList();
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        table.save(out);
        table = new MemoryTable("T", layout, symbols, context);
        index();
        table.restore(new SnapshotReader(out.toBytes()));
        assertEquals(model.size(), table.size());
    }

    private RowView event(Object[] row) {
        return new RowSheet(layout, symbols).add(1, row).view(0);
    }

    private static Object[] rowOf(Random random) {
        Object zone = random.nextInt(20) == 0 ? null : "zone" + random.nextInt(40);
        Object price = random.nextInt(20) == 0 ? null : (double) (random.nextInt(300) - 150);
        String note = "n".repeat(random.nextInt(3) * 7);
        return new Object[] {(long) random.nextInt(1_500), zone, price, Objects.requireNonNull(note)};
    }
}
