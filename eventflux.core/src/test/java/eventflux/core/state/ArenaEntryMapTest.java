package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaEntryMapTest {

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout =
            new RowLayout(RowSheet.schema("n int", "key string", "text string"), RowSheet.coded(1));
    private final RowSheet sheet = new RowSheet(layout, symbols);
    private final RowArena arena = new RowArena();
    private final RecordStore store = new RecordStore();
    private final EntryMap map = new OperatorState(store, arena, "", layout, symbols).entryMap("map", List.of(0, 1, 2));
    private final LongCell value = map.entry().longCell("value", 7);
    private final RowQueue rows = map.entry().rowQueue("rows");

    private RowView row(Object... values) {
        sheet.batch().clear();
        return sheet.add(1, values).view(0);
    }

    private void put(long number, Object... values) {
        if (!map.select(row(values))) {
            map.add(row(values));
        }
        value.set(number);
    }

    private List<Long> values() {
        List<Long> values = new ArrayList<>();
        for (boolean found = map.selectFirst(); found; found = map.selectNext()) {
            values.add(value.get());
        }
        return values;
    }

    @Test
    void hasAnEntryForEachCombinationOfValuesNullAmongThem() {
        store.create();
        put(1, 1, "a", "x");
        put(2, 1, "a", null);
        put(3, 1, null, "x");
        put(4, null, "a", "x");
        put(5, 1, "a", "x\0");
        put(6, 1, "a", "x");

        assertThat(values()).containsExactly(6L, 2L, 3L, 4L, 5L);
        assertThat(map.select(row(2, "a", "x"))).isFalse();
    }

    @Test
    void beginsWithInitialState() {
        store.create();

        map.add(row(1, "a", "x"));

        assertThat(value.get()).isEqualTo(7);
        assertThat(rows.isEmpty()).isTrue();
    }

    @Test
    void goesOnBehindAnEntryThatWasRemoved() {
        store.create();
        for (int i = 1; i <= 4; i++) {
            put(i, i, "a", "x");
        }

        for (boolean found = map.selectFirst(); found; found = map.selectNext()) {
            if (value.get() % 2 == 0) {
                map.remove();
            }
        }

        assertThat(values()).containsExactly(1L, 3L);
        assertThatIllegalStateException().isThrownBy(map::remove);
    }

    @Test
    void movesEntriesToTheEndOrToTheirRank() {
        store.create();
        for (int i = 1; i <= 4; i++) {
            put(10 * i, i, "a", "x");
        }

        map.select(row(1, "a", "x"));
        map.moveToLast();
        assertThat(values()).containsExactly(20L, 30L, 40L, 10L);
        map.select(row(1, "a", "x"));
        value.set(35);
        map.placeBy(value);

        assertThat(values()).containsExactly(20L, 30L, 35L, 40L);
        map.select(row(4, "a", "x"));
        value.set(5);
        map.placeBy(value);
        assertThat(values()).containsExactly(5L, 20L, 30L, 35L);
    }

    @Test
    void marksTheSymbolsOfKeysAndOfWhatEntriesKeep() {
        store.create();
        put(1, 1, "a", "x");
        rows.append(row(9, "b", "y"));
        put(2, 1, null, "x");
        symbols.code("nobody's");
        BitSet held = new BitSet();

        store.mark(held);

        assertThat(held).isEqualTo(RowSheet.coded(symbols.code("a"), symbols.code("b")));
    }

    @Test
    void agreesWithALinkedMapInEachOfSeveralRecordsAndOverSnapshots() {
        SplittableRandom random = new SplittableRandom(31);
        List<Map<String, Long>> models = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            store.create();
            models.add(new LinkedHashMap<>());
        }
        for (int step = 0; step < 20_000; step++) {
            int record = random.nextInt(models.size());
            store.select(record);
            step(random, step, models.get(record));
            if (random.nextInt(300) == 0) {
                saveAndRestore();
                assertThat(values())
                        .containsExactlyElementsOf(models.get(record).values());
            }
            assertThat(map.size()).isEqualTo(models.get(record).size());
        }
        for (int record = 0; record < models.size(); record++) {
            store.select(record);
            assertThat(values()).containsExactlyElementsOf(models.get(record).values());
        }
        store.clear();
        assertThat(arena.bytes()).isLessThan(1 << 20);
    }

    private void step(SplittableRandom random, long step, Map<String, Long> model) {
        int number = random.nextInt(40);
        RowView row = row(number, "k", "é".repeat(number));
        String key = String.valueOf(number);
        boolean found = map.select(row);
        assertThat(found).isEqualTo(model.containsKey(key));
        int dice = random.nextInt(100);
        if (!found) {
            map.add(row);
            value.set(step);
            rows.append(row);
            model.put(key, step);
        } else if (dice < 50) {
            assertThat(value.get()).isEqualTo(model.remove(key));
            assertThat(rows.size()).isOne();
            map.remove();
        } else if (dice < 80) {
            map.moveToLast();
            model.put(key, model.remove(key));
        } else if (dice == 99) {
            map.clear();
            model.clear();
        }
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        store.save(out);
        map.clear();
        map.add(row(99, "x", "x"));
        SnapshotReader in = new SnapshotReader(out.toBytes());
        store.restore(in);
        assertThat(in.atEnd()).isTrue();
    }
}
