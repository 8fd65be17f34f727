package eventflux.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimerQueueTest {

    private record Alarm(long deadline, int order, int key) {}

    private record Target(int order, List<Alarm> fired) implements TimerTarget {

        @Override
        public void onAlarm(long deadline, int key) {
            fired.add(new Alarm(deadline, order, key));
        }
    }

    private static final Comparator<Alarm> ORDER = Comparator.comparingLong(Alarm::deadline)
            .thenComparingInt(Alarm::order)
            .thenComparingInt(Alarm::key);

    private final TimerQueue queue = new TimerQueue();
    private final List<Alarm> fired = new ArrayList<>();

    @Test
    void firesEqualDeadlinesInTheOrderOfTargetsAndKeys() {
        Target first = new Target(1, fired);
        Target second = new Target(2, fired);

        queue.add(10, second, 0);
        queue.add(10, first, 7);
        queue.add(5, second, 9);
        queue.add(10, first, 3);
        while (queue.next() != TimerQueue.NEVER) {
            queue.fire();
        }

        assertThat(fired)
                .containsExactly(new Alarm(5, 2, 9), new Alarm(10, 1, 3), new Alarm(10, 1, 7), new Alarm(10, 2, 0));
    }

    @Test
    void agreesWithAPriorityQueueOverRandomAlarms() {
        SplittableRandom random = new SplittableRandom(37);
        List<Target> targets = List.of(new Target(0, fired), new Target(1, fired), new Target(2, fired));
        PriorityQueue<Alarm> model = new PriorityQueue<>(ORDER);
        List<Alarm> expected = new ArrayList<>();
        for (int step = 0; step < 50_000; step++) {
            if (model.isEmpty() || random.nextInt(100) < (step % 5_000 < 2_500 ? 60 : 40)) {
                Alarm alarm = new Alarm(random.nextInt(200), random.nextInt(3), random.nextInt(10));
                model.add(alarm);
                queue.add(alarm.deadline(), targets.get(alarm.order()), alarm.key());
            } else if (random.nextInt(5_000) == 0) {
                model.clear();
                queue.clear();
            } else {
                expected.add(model.remove());
                queue.fire();
            }
            assertThat(queue.next())
                    .isEqualTo(model.isEmpty() ? TimerQueue.NEVER : model.peek().deadline());
        }
        assertThat(fired).isEqualTo(expected);
    }

    @Test
    void takesAnAlarmThatATargetSetsWhileItIsTold() {
        TimerTarget[] target = new TimerTarget[1];
        target[0] = new TimerTarget() {
            @Override
            public int order() {
                return 0;
            }

            @Override
            public void onAlarm(long deadline, int key) {
                fired.add(new Alarm(deadline, 0, key));
                if (deadline < 5) {
                    queue.add(deadline + 1, target[0], key);
                }
            }
        };
        queue.add(1, target[0], 0);

        while (queue.next() != TimerQueue.NEVER) {
            queue.fire();
        }

        assertThat(fired).extracting(Alarm::deadline).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
}
