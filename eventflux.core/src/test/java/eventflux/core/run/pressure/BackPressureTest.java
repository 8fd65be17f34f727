package eventflux.core.run.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.failure.CircuitBreaker;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowSheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackPressureTest {

    private static final long MS = 1_000_000;

    private final RowSheet sheet = new RowSheet(RowSheet.schema("n int"));
    private final Hand time = new Hand();
    private final Ring ring = new Ring();

    private int put(BackPressure pressure) {
        RowBatch rows = sheet.batch();
        return pressure.whenFull(ring, rows, 0, rows.length());
    }

    @Test
    void waitsUntilThereIsRoom() {
        sheet.add(1, 1);
        ring.refuses = 1_000;

        assertThat(put(new WaitForRoom())).isEqualTo(sheet.batch().length());
    }

    @Test
    void waitsNoLongerThanTheTimeThatIsSet() {
        sheet.add(1, 1);
        ring.refuses = Integer.MAX_VALUE;

        assertThat(put(new WaitForAWhile(5 * MS, time))).isZero();

        assertThat(time.now).isEqualTo(5 * MS);
    }

    @Test
    void stopsWaitingWhenThereIsRoom() {
        sheet.add(1, 1);
        ring.refuses = 3;

        assertThat(put(new WaitForAWhile(5 * MS, time))).isEqualTo(sheet.batch().length());

        assertThat(time.pauses).hasSize(3);
    }

    @Test
    void pausesEverLongerAndGivesUpAfterTheLongestPause() {
        sheet.add(1, 1);
        ring.refuses = Integer.MAX_VALUE;

        assertThat(put(new EverLongerPauses(MS, time))).isZero();

        assertThat(time.pauses).containsExactly(MS / 10, MS / 5, MS * 2 / 5, MS * 4 / 5, MS);
    }

    @Test
    void triesOnceMoreAfterTheLongestPause() {
        sheet.add(1, 1);
        ring.refuses = 5;

        assertThat(put(new EverLongerPauses(MS, time))).isEqualTo(sheet.batch().length());
    }

    @Test
    void givesUpTheRowsThatDoNotFit() {
        sheet.add(1, 1).add(2, 2).add(3, 3);
        ring.room = 2;

        int row = sheet.batch().length() / 3;
        assertThat(put(new DropNewest())).isEqualTo(2 * row);
    }

    @Test
    void evictsUntilThereIsRoom() {
        sheet.add(1, 1);
        ring.refuses = 3;

        assertThat(put(new DropOldest())).isEqualTo(sheet.batch().length());

        assertThat(ring.evicted).isEqualTo(3);
    }

    @Test
    void leavesTheRingInPeaceAfterTooManyFailures() {
        sheet.add(1, 1);
        BreakCircuit circuit = new BreakCircuit(new CircuitBreaker(2, 10 * MS), time);

        assertThat(put(circuit)).isZero();
        assertThat(circuit.admits()).isTrue();
        assertThat(put(circuit)).isZero();
        assertThat(circuit.admits()).isFalse();

        time.now = 10 * MS;
        assertThat(circuit.admits()).as("one may try").isTrue();
        assertThat(circuit.admits()).as("and no other meanwhile").isFalse();
        circuit.foundRoom();
        assertThat(circuit.admits()).isTrue();
    }

    /** A ring that refuses so many times, or has room for so many offers. */
    private static final class Ring implements BackPressure.FullRing {

        private int refuses;
        private int room = Integer.MAX_VALUE;
        private int evicted;

        @Override
        public boolean offer(RowBatch rows, int offset, int length) {
            if (refuses > 0) {
                refuses--;
                return false;
            }
            return room-- > 0;
        }

        @Override
        public void evict() {
            evicted++;
        }
    }

    /** Time that passes in pauses only. */
    private static final class Hand implements SenderTime {

        private final List<Long> pauses = new ArrayList<>();
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(long nanos) {
            pauses.add(nanos);
            now += nanos;
        }
    }
}
