package eventflux.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.time.BackOff.Growth;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final SplittableRandom random = new SplittableRandom(7);

    private long[] pauses(BackOff backOff, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToLong(failures -> backOff.pauseMillis(failures, random))
                .toArray();
    }

    @Test
    void growsAsItIsTold() {
        assertThat(pauses(new BackOff(Growth.FIXED, 100, 1_000, 0), 3)).containsExactly(100, 100, 100);
        assertThat(pauses(new BackOff(Growth.LINEAR, 100, 250, 0), 4)).containsExactly(100, 200, 250, 250);
        assertThat(pauses(new BackOff(Growth.EXPONENTIAL, 100, 1_000, 0), 6))
                .containsExactly(100, 200, 400, 800, 1_000, 1_000);
    }

    @Test
    void staysWithinItsLimitForEver() {
        BackOff backOff = new BackOff(Growth.EXPONENTIAL, 500, 30_000, 0);

        assertThat(backOff.pauseMillis(1_000_000, random)).isEqualTo(30_000);
        assertThat(new BackOff(Growth.LINEAR, Long.MAX_VALUE / 2, Long.MAX_VALUE, 0).pauseMillis(9, random))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesAPartOffAtRandom() {
        long[] pauses = pauses(new BackOff(Growth.FIXED, 1_000, 1_000, 0.2), 200);

        assertThat(Arrays.stream(pauses).boxed()).allMatch(pause -> pause >= 800 && pause <= 1_000);
        assertThat(Arrays.stream(pauses).distinct().count()).isGreaterThan(50);
    }

    @Test
    void refusesWhatIsNoPause() {
        assertThatThrownBy(() -> new BackOff(Growth.FIXED, 10, 5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Growth.FIXED, 1, 5, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
