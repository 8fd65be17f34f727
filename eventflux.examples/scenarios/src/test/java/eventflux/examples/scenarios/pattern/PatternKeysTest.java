package eventflux.examples.scenarios.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many keys of patterns: those that remember nothing are given back, which nobody notices but by the memory. */
class PatternKeysTest {

    private static final String STREAMS = "CREATE STREAM S (k BIGINT, v INT);\n";

    private final VirtualTime time = new VirtualTime(1_000);
    private final List<String> seen = new ArrayList<>();

    private EventFluxAppRuntime start(EventFluxManager manager, String text) {
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
        app.addCallback("Out", events -> {
            for (Event event : events) {
                seen.add(event.timestamp() + Arrays.toString(event.data()));
            }
        });
        app.start();
        return app;
    }

    // Rows of keys that come and go: 50 are busy at a time.
    private void send(EventFluxAppRuntime app, int rows, int first) {
        SplittableRandom random = new SplittableRandom(first);
        for (int i = 0; i < rows; i++) {
            if (random.nextInt(4) == 0) {
                time.advance(random.nextInt(40));
            }
            app.inputHandler("S").send(time.millis(), new Object[] {
                (long) (first + i) / 5 + random.nextInt(50), random.nextInt(10)
            });
        }
    }

    private List<String> play(String text, boolean isRestored) {
        seen.clear();
        time.advance(100_000);
        long begin = time.millis();
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            EventFluxAppRuntime app = start(manager, text);
            for (int part = 0; part < 4; part++) {
                send(app, 6_000, part * 6_000);
                if (isRestored) {
                    byte[] snapshot = app.snapshot();
                    app.shutdown();
                    app = start(manager, text);
                    app.restore(snapshot);
                }
            }
            time.advance(60_000);
        }
        return seen.stream()
                .map(line -> Long.parseLong(line.substring(0, line.indexOf('[')))
                        - begin
                        + line.substring(line.indexOf('[')))
                .toList();
    }

    private static String keyed(String pattern, String rest) {
        return STREAMS + "INSERT INTO Out SELECT e1.k AS k, e1.v AS a, e2.v AS b FROM " + pattern + rest + ";";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATTERN (EVERY (e1=S[v > 7] -> e2=S[v < 2])) WITHIN 300 MILLISECONDS",
                "PATTERN (EVERY e1=S[v > 7] -> e2=S[v < 2]) WITHIN 200 MILLISECONDS",
                "PATTERN (e1=S[v > 7] -> e2=S[v < 2])",
                "PATTERN (EVERY (e1=S[v > 7] -> e2=S{2,3}[v < 4] -> e3=S[v = 5])) WITHIN 500 MILLISECONDS",
                "PATTERN (EVERY (e1=S[v > 7] AND e2=S[v < 2])) WITHIN 300 MILLISECONDS",
                "SEQUENCE (EVERY (e1=S[v > 5] -> e2=S[v < 5])) WITHIN 300 MILLISECONDS"
            })
    void givesWhatPartsGiveThatStay(String pattern) {
        String byKey = keyed(pattern, " PARTITION BY k");
        String inParts = "PARTITION WITH (k OF S) BEGIN " + keyed(pattern, "").substring(STREAMS.length()) + " END;";

        List<String> expected = play(STREAMS + inParts, false);

        assertThat(expected).isNotEmpty();
        assertThat(play(byKey, false)).isEqualTo(expected);
        assertThat(play(byKey, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATTERN (EVERY (e1=S[v > 7] -> e2=S[v < 2])) WITHIN 300 MILLISECONDS PARTITION BY k",
                "SEQUENCE (EVERY (e1=S[v > 5] -> e2=S[v < 5])) WITHIN 300 MILLISECONDS PARTITION BY k",
                "S MATCH_RECOGNIZE (PARTITION BY k MEASURES LAST(A.v) AS v PATTERN (A B) WITHIN 300 MILLISECONDS "
                        + "DEFINE A AS A.v > 7, B AS B.v < 2)"
            })
    void doesNotKeepKeysThatRememberNothing(String from) {
        String columns = from.startsWith("S ") ? "k, v" : "e1.k AS k, e1.v AS v";
        try (EventFluxManager manager = EventFluxManager.create(new EngineOptions().withTimeSource(time))) {
            EventFluxAppRuntime app =
                    start(manager, STREAMS + "INSERT INTO Out SELECT " + columns + " FROM " + from + ";");
            send(app, 220_000, 0);

            // 44,000 keys: each that stays takes tens of bytes.
            assertThat(app.snapshot().length).isLessThan(100_000);
        }
    }
}
