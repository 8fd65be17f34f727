package eventflux.core.operator.table;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeIndexTest {

    private static final int SLOTS = 200;
    private static final int CODES = 300;
    private static final int NULL = -1;

    private final EvalContext context = new EvalContext();
    private final Given key = new Given();
    private final CodeIndex index = new CodeIndex(key);

    @Test
    void agreesWithAMapOverRandomRows() {
        SplittableRandom random = new SplittableRandom(3);
        Map<Integer, Integer> codeBySlot = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            int slot = random.nextInt(SLOTS);
            int code = random.nextInt(10) == 0 ? NULL : random.nextInt(CODES);
            if (codeBySlot.containsKey(slot)) {
                index.remove(slot);
                codeBySlot.remove(slot);
            } else if (code == NULL || !codeBySlot.containsValue(code)) {
                key.value = code;
                index.add(slot, null, context);
                codeBySlot.put(slot, code);
            }
            if (random.nextInt(4_000) == 0) {
                index.clear();
                codeBySlot.clear();
            }
            compare(codeBySlot, random.nextInt(CODES + 100), random.nextInt(SLOTS + 100));
        }
    }

    private void compare(Map<Integer, Integer> codeBySlot, int code, int slot) {
        int expected = codeBySlot.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(EqualIndex.NONE);
        assertThat(index.first(code)).isEqualTo(expected);
        int present = codeBySlot.getOrDefault(slot, NULL);
        key.value = code;
        assertThat(index.moves(slot, null, context)).isEqualTo(present != code);
        key.value = NULL;
        assertThat(index.moves(slot, null, context)).isEqualTo(present != NULL);
    }

    @Test
    void knowsNoSecondRowOfAKey() {
        key.value = 7;
        index.add(0, null, context);

        assertThat(index.first(7)).isZero();
        assertThat(index.next(0, 0)).isEqualTo(EqualIndex.NONE);
    }

    /** A key that the test sets. */
    private static final class Given implements RowKey {

        private int value;

        @Override
        public boolean read(RowView row, EvalContext context) {
            return value != NULL;
        }

        @Override
        public long value() {
            return value;
        }
    }
}
