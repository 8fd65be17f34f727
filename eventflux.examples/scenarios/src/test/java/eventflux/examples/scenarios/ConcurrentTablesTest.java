package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that several senders change while others ask and save: no change is lost, and nobody sees half of one. */
class ConcurrentTablesTest {

    private static final int SENDERS = 3;
    private static final int ROWS = 6_000;
    private static final int KEYS = 5;
    private static final int ACCOUNTS = 4;
    private static final String ZONE = "from Accounts on Accounts.zone == '%s' select count() as n";

    private final EventFluxManager manager = EventFluxManager.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        manager.close();
    }

    // Each move changes all accounts, half of them by what the other half is changed by with the other sign.
    private static String text(String annotation) {
        return annotation + "define stream Add (k string, n long);\n"
                + annotation + "define stream Move (zone string, amount long);\n"
                + """
                define stream Open (id int, side long, zone string, v long);
                @PrimaryKey('k') define table Counts (k string, n long);
                @PrimaryKey('id') @Index('zone') define table Accounts (id int, side long, zone string, v long);
                from Open insert into Accounts;
                from Add select k, n update or insert into Counts set Counts.n = Counts.n + n on Counts.k == k;
                from Move select zone, amount
                update Accounts set Accounts.v = Accounts.v + Accounts.side * amount, Accounts.zone = zone
                on Accounts.id >= 0;
                from Move join Accounts on Move.zone == Accounts.zone
                select Move.zone as zone, sum(Accounts.v) as total insert into Seen;
                """;
    }

    private EventFluxAppRuntime start(String annotation) {
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text(annotation));
        app.start();
        return app;
    }

    private static void open(EventFluxAppRuntime app) {
        for (int id = 0; id < ACCOUNTS; id++) {
            app.inputHandler("Open").send(new Object[] {id, id % 2 == 0 ? 1L : -1L, "z0", 0L});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@Async(buffer.size='64', batch.size.max='16') "})
    void losesNoChangeAndShowsNoneByHalf(String annotation) throws Exception {
        EventFluxAppRuntime app = start(annotation);
        open(app);
        AtomicBoolean isOver = new AtomicBoolean();
        List<Future<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int own = sender;
            senders.add(threads.submit(() -> send(app, own)));
        }
        Future<Integer> changes = threads.submit(until(isOver, () -> change(app)));
        Future<Integer> questions = threads.submit(until(isOver, () -> requireWhole(app)));
        Future<Integer> snapshots = threads.submit(until(isOver, () -> requireWholeSnapshot(app)));

        all(senders);
        isOver.set(true);

        assertThat(questions.get()).isPositive();
        assertThat(snapshots.get()).isPositive();
        long changed = changes.get();
        while (app.statistics().streams().get("Add") < (long) SENDERS * ROWS) {
            Thread.onSpinWait();
        }
        assertThat(rows(app, "from Counts select k, n order by k")).isEqualTo(expected(changed));
        requireWhole(app);
    }

    private static int send(EventFluxAppRuntime app, int sender) {
        for (int i = 0; i < ROWS; i++) {
            app.inputHandler("Add").send(new Object[] {"k" + i % KEYS, (long) i});
            if (i % 3 == 0) {
                app.inputHandler("Move").send(new Object[] {"z" + i % 4, (long) sender + i});
            }
        }
        return ROWS;
    }

    // From outside, as a query on demand.
    private static void change(EventFluxAppRuntime app) {
        app.query(
                "select 'k0' as k, 1L as n update or insert into Counts set Counts.n = Counts.n + n on Counts.k == k");
        app.query("update Accounts set Accounts.v = Accounts.v + Accounts.side * 7 on Accounts.id >= 0");
    }

    private static List<String> expected(long changed) {
        List<String> expected = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            long sum = key == 0 ? changed : 0;
            for (int i = key; i < ROWS; i += KEYS) {
                sum += (long) SENDERS * i;
            }
            expected.add("[k" + key + ", " + sum + "]");
        }
        return expected;
    }

    // All accounts stand in one zone, by the index as well, and come to nothing.
    private static void requireWhole(EventFluxAppRuntime app) {
        assertThat(rows(app, "from Accounts select sum(v) as total, count() as n, distinctCount(zone) as zones"))
                .containsExactly("[0, " + ACCOUNTS + ", 1]");
        for (String zone : List.of("z0", "z1", "z2", "z3")) {
            assertThat(rows(app, ZONE.formatted(zone))).isSubsetOf("[0]", "[" + ACCOUNTS + "]");
        }
    }

    private void requireWholeSnapshot(EventFluxAppRuntime app) {
        EventFluxAppRuntime other = start("");
        other.restore(app.snapshot());
        requireWhole(other);
        other.shutdown();
    }

    private static List<String> rows(EventFluxAppRuntime app, String query) {
        return app.query(query).events().stream()
                .map(Event::data)
                .map(Arrays::toString)
                .toList();
    }

    // Again and again, once at least; answers how often.
    private static Callable<Integer> until(AtomicBoolean isOver, Runnable action) {
        return () -> {
            int times = 0;
            do {
                action.run();
                times++;
            } while (!isOver.get());
            return times;
        };
    }

    private static void all(List<Future<Integer>> futures) throws InterruptedException, ExecutionException {
        for (Future<Integer> future : futures) {
            future.get();
        }
    }
}
