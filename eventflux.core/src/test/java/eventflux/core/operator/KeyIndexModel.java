package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Holds an index against a map over random operations; each row of the list has a key of its own. */
final class KeyIndexModel {

    private final Supplier<KeyIndex> make;
    private final List<RowView> rows;
    private final SplittableRandom random;
    private final EvalContext context = new EvalContext();
    private final Map<Integer, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private KeyIndex index;
    private int slotLimit;

    KeyIndexModel(Supplier<KeyIndex> make, List<RowView> rows, SplittableRandom random) {
        this.make = make;
        this.rows = rows;
        this.random = random;
        this.index = make.get();
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            changeOne(step % 4_000 < 2_000 ? 60 : 40);
            if (random.nextInt(3_000) == 0) {
                clear();
            }
            if (random.nextInt(1_000) == 0) {
                saveAndRestore();
            }
        }
        for (int key = 0; key < rows.size(); key++) {
            assertThat(index.find(rows.get(key), context)).isEqualTo(slots.getOrDefault(key, KeyIndex.ABSENT));
        }
    }

    private void changeOne(int percentAdded) {
        int key = random.nextInt(rows.size());
        int found = index.find(rows.get(key), context);
        assertThat(found).isEqualTo(slots.getOrDefault(key, KeyIndex.ABSENT));
        if (found == KeyIndex.ABSENT && random.nextInt(100) < percentAdded) {
            int slot = free.isEmpty() ? slotLimit++ : free.pop();
            index.insert(slot);
            slots.put(key, slot);
        } else if (found != KeyIndex.ABSENT && random.nextInt(100) >= percentAdded) {
            index.remove(found);
            slots.remove(key);
            free.push(found);
        }
    }

    private void clear() {
        index.clear();
        slots.clear();
        free.clear();
        slotLimit = 0;
    }

    private void saveAndRestore() {
        SnapshotWriter out = new SnapshotWriter();
        slots.values().forEach(slot -> index.saveKey(slot, out));
        SnapshotReader in = new SnapshotReader(out.toBytes());
        index = make.get();
        slots.values().forEach(slot -> index.restoreKey(slot, in));
        assertThat(in.atEnd()).isTrue();
    }
}
