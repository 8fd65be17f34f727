package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.event.RowAppender;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** So many keys that what lies in memory for them is loaded before the rows of a batch are processed. */
class ManyKeysTest {

    private static final int KEYS = 40_000;
    private static final int ROWS = 120_000;
    private static final int BATCH = 300;

    private static List<String> results(String queries, int batch) {
        try (EngineFixture fixture = new EngineFixture()) {
            EventFluxAppRuntime app = fixture.app(queries);
            List<String> events = EngineFixture.events(app, "Out");
            app.start();
            RowAppender rows = app.inputHandler("S").appender();
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < ROWS; i++) {
                write(rows.begin(i), random);
                if (rows.pending() == batch) {
                    rows.flush();
                }
            }
            rows.flush();
            return events;
        }
    }

    private static void write(RowAppender row, SplittableRandom random) {
        int key = random.nextInt(KEYS);
        row.setLong(0, key % 1_000 == 13 ? 13 : key);
        if (key % 100 != 0) {
            row.setString(1, (key % 3 == 0 ? "a key of many characters " : "") + key);
        }
        row.commit();
    }

    private static void assertSameInBatches(String queries) {
        assertThat(results(queries, BATCH)).isNotEmpty().isEqualTo(results(queries, 1));
    }

    @Test
    void givesTheSameByGroupsOfTexts() {
        assertSameInBatches("from S select key, total(n) as t group by key insert into Out;");
    }

    @Test
    void givesTheSameByGroupsOfNumbersOverAWindow() {
        assertSameInBatches("from S#window.last(30000) select n, total(n) as t group by n insert into Out;");
    }

    @Test
    void givesTheSameInParts() {
        assertSameInBatches("partition with (key of S) begin"
                + " from S#window.last(2) select key, total(n) as t insert into Out; end;");
    }

    @Test
    void givesTheSameInPartsWhoseKeysMayFail() {
        assertSameInBatches("partition with (no13(n) of S) begin"
                + " from S#window.last(2) select key, total(n) as t insert into Out; end;");
    }
}
