package eventflux.examples.scenarios.table;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxManager;
import eventflux.examples.scenarios.EngineRun;
import eventflux.examples.scenarios.Tries;
import eventflux.testkit.time.VirtualTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares tables that have indexes and keys with the same tables without any: random changes and look-ups by random conditions,
 * saved and restored on the way.
 */
class TablePropertyTest {

    // Rows that are refused are logged, by the thousand.
    private static final Logger LOG = Logger.getLogger("eventflux.app");
    private static final int TABLES = 200;
    private static final int ROWS = 60;
    private static final List<String> STREAMS = List.of("Put", "Put", "Change", "Upsert", "Remove", "Ask", "Ask");

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    @Test
    void findsWithIndexesWhatASearchThroughAllRowsFinds() {
        VirtualTime time = new VirtualTime(1_000);
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            Tries.seeds(TABLES).forEach(seed -> check(seed, manager, time));
        }
    }

    private static void check(int seed, EventFluxManager manager, VirtualTime time) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomTable table = new RandomTable(random);
        StringBuilder script = new StringBuilder();
        try (EngineRun indexed = new EngineRun(manager, time, table.indexed());
                EngineRun plain = new EngineRun(manager, time, table.plain())) {
            for (int i = 0; i < ROWS; i++) {
                String stream = STREAMS.get(random.nextInt(STREAMS.size()));
                Event row = new Event(time.millis() + random.nextInt(2), table.values());
                script.append(stream).append(' ').append(List.of(row)).append('\n');
                indexed.send(stream, row);
                plain.send(stream, row);
                restart(random, indexed, script);
                restart(random, plain, script);
                String query = i % 10 == 9 ? "from T select *" : table.query();
                script.append(query).append('\n');
                assertThat(indexed.ask(query))
                        .as("%s%n%s%n%s", seed, table.indexed(), script)
                        .isEqualTo(plain.ask(query));
                assertThat(indexed.rows())
                        .as("%s%n%s%n%s", seed, table.indexed(), script)
                        .isEqualTo(plain.rows());
            }
        }
    }

    private static void restart(SplittableRandom random, EngineRun run, StringBuilder script) {
        if (random.nextInt(12) == 0) {
            run.saveAndRestore();
            script.append("restart\n");
        }
    }
}
