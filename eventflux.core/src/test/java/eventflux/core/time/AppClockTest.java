package eventflux.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppClockTest {

    private final List<String> seen = new ArrayList<>();
    private final AppClock clock = new AppClock(now -> seen.add("time " + now));

    /** Notes when it is told, and what the clock shows then. */
    private class Noting implements TimerTarget {

        @Override
        public int order() {
            return 0;
        }

        @Override
        public void onAlarm(long deadline, int key) {
            seen.add("alarm " + deadline + " at " + clock.now());
        }
    }

    private void add(long deadline) {
        clock.timers().add(deadline, new Noting(), 0);
    }

    @Test
    void stopsAtEachDeadlineOnItsWay() {
        add(30);
        add(10);
        add(20);

        clock.advanceTo(25);

        assertThat(seen).containsExactly("time 10", "alarm 10 at 10", "time 20", "alarm 20 at 20", "time 25");
        assertThat(clock.now()).isEqualTo(25);
        assertThat(clock.timers().next()).isEqualTo(30);
    }

    @Test
    void firesADeadlineWhenItIsReachedExactly() {
        add(10);

        clock.advanceTo(9);
        assertThat(seen).containsExactly("time 9");
        clock.advanceTo(10);

        assertThat(seen).containsExactly("time 9", "time 10", "alarm 10 at 10");
    }

    @Test
    void doesWhatBelongsToADeadlineBeforeItMovesOn() {
        clock.around(timers -> {
            timers.fire();
            seen.add("end at " + clock.now() + ", firing " + clock.isFiring());
        });
        add(10);
        add(20);

        clock.advanceTo(25);

        assertThat(seen)
                .containsExactly(
                        "time 10",
                        "alarm 10 at 10",
                        "end at 10, firing true",
                        "time 20",
                        "alarm 20 at 20",
                        "end at 20, firing true",
                        "time 25");
    }

    @Test
    void doesTheSameWhetherItTicksOrJumps() {
        AppClock ticking = new AppClock(now -> {});
        List<Long> ticked = new ArrayList<>();
        List<Long> jumped = new ArrayList<>();
        repeat(ticking, 7, ticked);
        repeat(clock, 7, jumped);

        for (long time = 0; time <= 100; time++) {
            ticking.advanceTo(time);
        }
        clock.advanceTo(100);

        assertThat(jumped).isEqualTo(ticked).hasSize(14);
    }

    private static void repeat(AppClock clock, long period, List<Long> times) {
        clock.timers()
                .add(
                        period,
                        new TimerTarget() {
                            @Override
                            public int order() {
                                return 0;
                            }

                            @Override
                            public void onAlarm(long deadline, int key) {
                                times.add(clock.now());
                                clock.timers().add(deadline + period, this, key);
                            }
                        },
                        0);
    }

    @Test
    void ignoresATimeThatHasBeen() {
        clock.advanceTo(50);
        clock.advanceTo(20);
        clock.advanceTo(50);

        assertThat(seen).containsExactly("time 50");
        assertThat(clock.now()).isEqualTo(50);
    }

    @Test
    void doesNotRunBackwardsForADeadlineThatHasBeen() {
        clock.advanceTo(50);
        add(20);

        clock.advanceTo(60);

        assertThat(seen).containsExactly("time 50", "alarm 20 at 50", "time 60");
    }

    @Test
    void firesNothingWhenItIsReset() {
        add(10);

        clock.reset(100);
        assertThat(seen).containsExactly("time 100");
        clock.advanceTo(100);

        assertThat(seen).containsExactly("time 100", "alarm 10 at 100");
    }

    @Test
    void comesToTheEndOfTime() {
        add(10);

        clock.advanceTo(Long.MAX_VALUE);

        assertThat(clock.now()).isEqualTo(Long.MAX_VALUE);
        assertThat(seen).containsExactly("time 10", "alarm 10 at 10", "time " + Long.MAX_VALUE);
    }
}
