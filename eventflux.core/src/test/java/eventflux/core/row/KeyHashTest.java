package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as applications have them lie in a table as if by chance. */
class KeyHashTest {

    private static final int PLACES = 1 << 17;
    private static final int KEYS = 100_000;
    private static final double BY_CHANCE = 1 + (double) KEYS / PLACES;

    // How many keys one finds in the place of a key, itself included, on average.
    private static double found(LongUnaryOperator key) {
        int[] held = new int[PLACES];
        for (int i = 0; i < KEYS; i++) {
            held[KeyHash.of(key.applyAsLong(i)) & PLACES - 1]++;
        }
        double found = 0;
        for (int count : held) {
            found += (double) count * count;
        }
        return found / KEYS;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 8, 100, 1_000, 65_536, 1L << 32, 1L << 40, -1, -1_000})
    void spreadsMultiples(long step) {
        assertThat(found(i -> i * step)).isLessThan(BY_CHANCE * 1.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.1, 1_000, 1e12})
    void spreadsRealNumbers(double step) {
        assertThat(found(i -> Double.doubleToLongBits(i * step))).isLessThan(BY_CHANCE * 1.05);
    }
}
