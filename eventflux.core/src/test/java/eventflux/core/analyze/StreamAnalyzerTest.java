package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamAnalyzerTest {

    @Test
    void readsEverySpellingOfATypeInBothDialects() {
        Analyzed analyzed = Analyzed.of("""
                CREATE STREAM A (a VARCHAR(20), b TEXT, c INTEGER, d SMALLINT, e BIGINT, f TIMESTAMP, g REAL,
                    h DOUBLE PRECISION, i DECIMAL(10, 2), j BOOLEAN);
                define stream B (a string, c int, e long, g float, h double, j bool);
                """);

        assertThat(analyzed.lines("stream"))
                .containsExactly(
                        "A (a STRING, b STRING, c INT, d INT, e LONG, f LONG, g FLOAT, "
                                + "h DOUBLE, i DOUBLE, j BOOL)",
                        "B (a STRING, c INT, e LONG, g FLOAT, h DOUBLE, j BOOL)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @Watermark(column='ts') define stream S (ts long); | watermark 0 ms behind column 0
            @Watermark(column='ts', delay='5 sec', lateness='1 min', idle='9') define stream S (a int, ts long); \
            | watermark 5000 ms behind column 1, late rows allowed 60000 ms behind, idle after 9 ms
            CREATE STREAM S (ts TIMESTAMP, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND); | watermark 5000 ms behind column 0
            CREATE STREAM S (t LONG) WITH (watermark.column='t', watermark.late_stream='L'); | watermark 0 ms behind column 0, later ones into L
            """)
    void readsHowRowsCarryTheTime(String definition, String time) {
        assertThat(Analyzed.of(definition).lines("stream").get(0)).endsWith(") " + time);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @Async define stream S (a int);                                         | async buffer 1024 batch 256
            @async(buffer.size='64') define stream S (a int);                       | async buffer 64 batch 64
            @Async(buffer_size='512', workers='1', batch_size_max='10') define stream S (a int); | async buffer 512 batch 10
            @config(async='true') define stream S (a int);                          | async buffer 1024 batch 256
            @app(async='true') define stream S (a int);                             | async buffer 1024 batch 256
            CREATE STREAM S (a INT) WITH ('async.buffer_size'='64', async.batch.size.max=8); | async buffer 64 batch 8
            CREATE STREAM S (a INT) WITH (async.enabled='true');                    | async buffer 1024 batch 256
            @Async(backpressure.strategy='drop') define stream S (a int);           | async buffer 1024 batch 256 when full drop-newest
            @Async(backpressure='DROP_OLDEST') define stream S (a int);             | async buffer 1024 batch 256 when full drop-oldest
            @Async(timeout='250 ms') define stream S (a int);                       | async buffer 1024 batch 256 when full timeout 250 ms
            @Async(max.delay.ms='50') define stream S (a int); | async buffer 1024 batch 256 when full exponential-backoff 50 ms
            CREATE STREAM S (a INT) WITH (async.failure_threshold=3); | async buffer 1024 batch 256 when full circuit-breaker after 3 for 1000 ms
            CREATE STREAM S (a INT) WITH (async.recovery_timeout='9'); | async buffer 1024 batch 256 when full circuit-breaker after 10 for 9 ms
            CREATE STREAM S (a INT) WITH (async.enabled='false');                   | ``
            CREATE STREAM S (a INT) WITH (type='internal', fault.stream='false', error.strategy='drop'); | ``
            """)
    void readsHowAStreamIsDecoupledFromItsSenders(String definition, String async) {
        assertThat(Analyzed.of(definition).lines("stream")).containsExactly(("S (a INT) " + async).strip());
    }

    @Test
    void warnsOfWorkersThatDoNotWork() {
        Analyzed analyzed = Analyzed.of("@Async(buffer.size='64', workers='2') define stream S (a int);");

        assertThat(analyzed.problems()).containsExactly("1:26 idle-workers");
        assertThat(analyzed.lines("stream")).containsExactly("S (a INT) async buffer 64 batch 64 workers 2");
    }

    @Test
    void acceptsThatErrorsAreLogged() {
        assertThat(Analyzed.of("@OnError(action='LOG') define stream S (a int);")
                        .problems())
                .isEmpty();
    }
}
