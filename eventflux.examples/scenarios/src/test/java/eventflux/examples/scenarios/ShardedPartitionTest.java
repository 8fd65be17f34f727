package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Partitions that several threads work on, under senders that do not wait for them. */
class ShardedPartitionTest {

    private static final int SENDERS = 3;
    private static final int ROWS = 30_000;
    private static final int KEYS = 500;

    private static String text(int workers) {
        return "@Async(buffer.size='64', workers='" + workers + "', batch.size.max='16') "
                + "define stream S (k string, n long);\n"
                + """
                partition with (k of S) begin
                    @info(name='inner') from S select k, n, count() as times insert into #Counted;
                    @info(name='sums') from #Counted select k, n, times, sum(n) as total insert into Sums;
                end;
                @info(name='after') from Sums#window.length(1) select k, n, times, total insert into After;
                """;
    }

    // Each sender has keys of its own and counts up, so that the order of a key is known.
    private static void sendAll(EventFluxAppRuntime app, int from, int to) throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int own = sender;
            Thread thread = new Thread(() -> {
                RowAppender rows = app.inputHandler("S").appender();
                for (int n = from; n < to; n++) {
                    rows.begin()
                            .setString(0, own + "/" + n % KEYS)
                            .setLong(1, n)
                            .commit();
                    if (n % 7 == 0) {
                        rows.flush();
                    }
                }
                rows.flush();
            });
            senders.add(thread);
            thread.start();
        }
        for (Thread thread : senders) {
            thread.join();
        }
    }

    // Rows that are counted may still be on their way through the shards; a snapshot waits for them.
    private static void await(EventFluxAppRuntime app, long rows) {
        while (app.statistics().streams().get("S") < rows) {
            Thread.onSpinWait();
        }
        app.snapshot();
    }

    /** What has been seen of each key; not safe for several threads, as callbacks need not be. */
    private static final class Seen {

        private final Map<String, List<String>> byKey = new HashMap<>();
        private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
        private final AtomicInteger overlaps = new AtomicInteger();

        void add(Event[] events) {
            inside.add(Thread.currentThread());
            if (inside.size() > 1) {
                overlaps.incrementAndGet();
            }
            for (Event event : events) {
                byKey.computeIfAbsent((String) event.data(0), key -> new ArrayList<>())
                        .add(event.data(1) + " " + event.data(2) + " " + event.data(3));
            }
            inside.remove(Thread.currentThread());
        }
    }

    private static Map<String, List<String>> expected(int from) {
        Map<String, List<String>> expected = new HashMap<>();
        Map<String, long[]> sums = new HashMap<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            for (int n = 0; n < ROWS; n++) {
                String key = sender + "/" + n % KEYS;
                long[] sum = sums.computeIfAbsent(key, none -> new long[2]);
                sum[0]++;
                sum[1] += n;
                if (n >= from) {
                    expected.computeIfAbsent(key, none -> new ArrayList<>()).add(n + " " + sum[0] + " " + sum[1]);
                }
            }
        }
        return expected;
    }

    @Test
    void keepsTheOrderOfEachKeyAndLosesNothing() throws InterruptedException {
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions())) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text(4));
            assertThat(app.problems()).isEmpty();
            Seen after = new Seen();
            Seen sums = new Seen();
            app.addCallback("After", after::add);
            app.addCallback("sums", (time, current, expired) -> sums.add(current));
            app.start();

            sendAll(app, 0, ROWS);
            await(app, (long) SENDERS * ROWS);

            assertThat(after.byKey).isEqualTo(expected(0));
            assertThat(sums.byKey).isEqualTo(expected(0));
            assertThat(after.overlaps).hasValue(0);
            assertThat(app.statistics().queries()).containsEntry("sums", (long) SENDERS * ROWS);
        }
    }

    @Test
    void goesOnWithAnotherNumberOfWorkersFromASnapshotTakenUnderLoad() throws InterruptedException {
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions())) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text(2));
            Seen seen = new Seen();
            app.addCallback("After", seen::add);
            app.start();
            AtomicInteger snapshots = new AtomicInteger();
            Thread saver = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    app.snapshot();
                    snapshots.incrementAndGet();
                }
            });
            saver.start();
            sendAll(app, 0, ROWS / 2);
            await(app, (long) SENDERS * ROWS / 2);
            saver.interrupt();
            saver.join();
            byte[] snapshot = app.snapshot();
            app.update(text(5));
            sendAll(app, ROWS / 2, ROWS);
            await(app, (long) SENDERS * ROWS);

            assertThat(seen.byKey).isEqualTo(expected(0));
            assertThat(snapshots.get()).isPositive();

            app.shutdown();
            EventFluxAppRuntime other = manager.createEventFluxAppRuntime(text(7));
            Seen again = new Seen();
            other.addCallback("After", again::add);
            other.start();
            other.restore(snapshot);
            sendAll(other, ROWS / 2, ROWS);
            await(other, (long) SENDERS * ROWS / 2);

            assertThat(again.byKey).isEqualTo(expected(ROWS / 2));
        }
    }

    @Test
    void stopsWithoutLosingWhatWasSent() throws InterruptedException {
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions())) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text(3));
            Seen seen = new Seen();
            app.addCallback("After", seen::add);
            app.start();
            sendAll(app, 0, ROWS);

            app.shutdown();

            assertThat(seen.byKey).isEqualTo(expected(0));
        }
    }
}
