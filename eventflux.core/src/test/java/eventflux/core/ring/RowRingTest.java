package eventflux.core.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowSheet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowRingTest {

    private static final int ALL = Integer.MAX_VALUE;

    private final RowSheet sheet = new RowSheet(RowSheet.schema("n int", "text string"));
    private final RowRing ring = new RowRing(sheet.layout(), 1);
    private final RowBatch gathered = new RowBatch(sheet.layout());
    private final List<String> taken = new ArrayList<>();

    private boolean offer(int number, int textLength) {
        sheet.batch().clear();
        sheet.add(number, number, "t".repeat(textLength));
        return ring.offer(sheet.batch(), 0, sheet.batch().length());
    }

    private int drain(int limit) {
        gathered.clear();
        ring.gather(gathered, limit);
        taken.addAll(sheet.texts(new RowRun().wrap(gathered)));
        return gathered.count();
    }

    // One turn ends where the ring's memory does.
    private void drainAll() {
        while (!ring.isEmpty()) {
            drain(ALL);
        }
    }

    @Test
    void givesRowsBackInTheOrderInWhichTheyCame() {
        for (int i = 0; i < 5; i++) {
            assertThat(offer(i, i)).isTrue();
        }
        assertThat(ring.isEmpty()).isFalse();

        assertThat(drain(3)).isEqualTo(3);
        assertThat(taken).containsExactly("@0[0, ]", "@1[1, t]", "@2[2, tt]");
        assertThat(drain(ALL)).isEqualTo(2);
        assertThat(ring.isEmpty()).isTrue();
        assertThat(drain(ALL)).isZero();
    }

    @Test
    void takesARunAsOneMessage() {
        sheet.add(1, 1, "a").add(2, 2, "a longer text").add(3, 3, "c");
        assertThat(ring.offer(sheet.batch(), 0, sheet.batch().length())).isTrue();

        assertThat(drain(1)).isEqualTo(3);
        assertThat(taken).containsExactly("@1[1, a]", "@2[2, a longer text]", "@3[3, c]");
    }

    @Test
    void takesPartOfABatch() {
        sheet.add(1, 1, "a").add(2, 2, "b").add(3, 3, "c");
        int row = sheet.view(0).length();

        assertThat(ring.offer(sheet.batch(), row, row)).isTrue();
        drain(ALL);

        assertThat(taken).containsExactly("@2[2, b]");
    }

    @Test
    void saysThatItIsFullAndTakesMoreWhenThereIsRoom() {
        int fitted = 0;
        while (offer(fitted, 100)) {
            fitted++;
        }
        assertThat(fitted).isBetween(10, 40);
        assertThat(offer(-1, 100)).isFalse();

        drain(2);
        assertThat(offer(fitted, 100)).isTrue();
        drainAll();

        assertThat(taken).hasSize(fitted + 1);
        assertThat(taken.get(fitted)).startsWith("@" + fitted);
    }

    @Test
    void agreesWithAQueueWhileItWrapsAround() {
        SplittableRandom random = new SplittableRandom(43);
        Deque<String> model = new ArrayDeque<>();
        int refused = 0;
        for (int step = 0; step < 50_000; step++) {
            if (random.nextInt(100) < 55) {
                int length = random.nextInt(300);
                if (offer(step, length)) {
                    model.add("@" + step + "[" + step + ", " + "t".repeat(length) + "]");
                } else {
                    refused++;
                }
            } else {
                taken.clear();
                drain(random.nextInt(1, 6));
                taken.forEach(row -> assertThat(row).isEqualTo(model.remove()));
            }
        }
        taken.clear();
        drainAll();
        assertThat(taken).containsExactlyElementsOf(model);
        assertThat(refused).isPositive();
    }

    @Test
    void takesTheLargestRunThatItNames() {
        int overhead = sheet.layout().fixedLength();
        int length = (ring.largestRun() - overhead) & -8;

        assertThat(offer(1, length)).isTrue();
        drain(ALL);

        assertThat(taken).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> offer(2, length + 8));
    }

    @Test
    void gathersNoMoreRowsThanAskedForUnlessTheFirstMessageHasMore() {
        sheet.add(1, 1, "a").add(2, 2, "b").add(3, 3, "c");
        ring.offer(sheet.batch(), 0, sheet.batch().length());
        ring.offer(sheet.batch(), 0, sheet.batch().length());
        offer(4, 0);

        assertThat(drain(2)).isEqualTo(3);
        assertThat(drain(3)).isEqualTo(3);
        assertThat(drain(3)).isEqualTo(1);
    }

    @Test
    void addsToWhatTheBatchHasAlready() {
        offer(1, 3);
        offer(2, 0);
        gathered.clear();

        ring.gatherMessage(gathered);
        ring.gather(gathered, 2);

        assertThat(sheet.texts(new RowRun().wrap(gathered))).containsExactly("@1[1, ttt]", "@2[2, ]");
    }

    @Test
    void keepsTheOrderOfEachOfSeveralSenders() throws InterruptedException {
        // given
        int senders = 3;
        int each = 2_000;
        List<Thread> threads = IntStream.range(0, senders)
                .mapToObj(sender -> new Thread(() -> send(sender, each)))
                .toList();

        // when
        threads.forEach(Thread::start);
        int[] next = new int[senders];
        int seen = 0;
        while (seen < senders * each) {
            taken.clear();
            drain(ALL);
            for (String row : taken) {
                int sender = Integer.parseInt(row.substring(1, row.indexOf('[')));
                assertThat(row).isEqualTo("@" + sender + "[" + next[sender] + ", x]");
                next[sender]++;
                seen++;
            }
            Thread.onSpinWait();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        // then
        assertThat(next).containsOnly(each);
        assertThat(ring.isEmpty()).isTrue();
    }

    private void send(int sender, int count) {
        RowSheet own = new RowSheet(sheet.layout(), sheet.symbols());
        for (int i = 0; i < count; i++) {
            own.batch().clear();
            own.add(sender, i, "x");
            while (!ring.offer(own.batch(), 0, own.batch().length())) {
                Thread.yield();
            }
        }
    }
}
