package eventflux.core.analyze.window;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.Arguments;
import eventflux.core.analyze.Analyzed;
import eventflux.core.resolved.ResolvedQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowCallAnalyzerTest {

    private static final String STREAM = "CREATE STREAM S (symbol STRING, ts LONG);\n";

    private static Analyzed classic(String window) {
        return Analyzed.of(STREAM + "from " + window + " select symbol insert into O;");
    }

    private static Analyzed sql(String window) {
        return Analyzed.of(STREAM + "INSERT INTO O SELECT symbol FROM S WINDOW " + window + ";");
    }

    private static ResolvedQuery.WindowCall window(Analyzed analyzed) {
        return (ResolvedQuery.WindowCall) analyzed.analysis()
                .app()
                .orElseThrow()
                .queries()
                .get(0)
                .input()
                .handlers()
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            S#window.length(3)                           | length (length=3)
            S#window:length(3)                           | length (length=3)
            S#length(3)                                  | length (length=3)
            S#window.LENGTH(3)                           | length (length=3)
            S#window.timeBatch(5 sec)                    | timeBatch (period=5000)
            S#window.timeBatch(5000)                     | timeBatch (period=5000)
            S#window.timeBatch(5 sec, 0, true)           | timeBatch (period=5000, start=0, streamCurrent=true)
            S#window.timeBatch(5 sec, true)              | timeBatch (period=5000, streamCurrent=true)
            S#window.externalTimeBatch(ts, 1 min)        | externalTimeBatch (time=ts, period=60000)
            S#window.externalTimeBatch(S.ts, 1 min, ts)  | externalTimeBatch (time=ts, period=60000, start=ts)
            """)
    void resolvesClassicSpellings(String window, String resolved) {
        assertThat(classic(window).lines("window")).containsExactly(resolved);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ('length', 3)                               | length (length=3)
            LENGTH(3)                                   | length (length=3)
            ('timeBatch', INTERVAL '5' SECOND)          | timeBatch (period=5000)
            ('timeBatch', 5 SECONDS, streamCurrent = true) | timeBatch (period=5000, streamCurrent=true)
            ('tumbling', 5 SECONDS)                     | timeBatch (period=5000)
            TUMBLING(1 min)                             | timeBatch (period=60000)
            TUMBLING(ts, 1 min)                         | externalTimeBatch (time=ts, period=60000)
            SLIDING(10 min, 1 min)                      | hopping (size=600000, slide=60000)
            ('hop', 10 SECONDS, 2 SECONDS)              | hopping (size=10000, slide=2000)
            ('externalTimeBatch', "ts", 1 min)          | externalTimeBatch (time=ts, period=60000)
            """)
    void resolvesSqlSpellings(String window, String resolved) {
        assertThat(sql(window).lines("window")).containsExactly(resolved);
    }

    @Test
    void givesArgumentsByTheNamesOfParameters() {
        Arguments arguments = window(classic("S#window.timeBatch(5 sec)")).arguments();

        assertThat(arguments.getMillis("period")).isEqualTo(5_000);
        assertThat(arguments.has("start")).isFalse();
        assertThat(arguments.has("streamCurrent")).isFalse();
        assertThat(arguments.getBoolean("streamCurrent")).isFalse();
    }

    @Test
    void givesColumnsAsPlacesInTheSchema() {
        Arguments arguments =
                window(classic("S#window.externalTimeBatch(ts, 1 min, 10)")).arguments();

        assertThat(arguments.getColumn("time")).isEqualTo(1);
        assertThat(arguments.getColumns("time")).isEqualTo(List.of(1));
        assertThat(arguments.getColumn("start")).isEqualTo(-1);
        assertThat(arguments.getMillis("start")).isEqualTo(10);
    }

    @Test
    void givesEqualArgumentsForCallsThatMeanTheSame() {
        assertThat(window(classic("S#window.timeBatch(5 sec)")).arguments())
                .isEqualTo(window(sql(" TUMBLING(5000)")).arguments());
    }

    @Test
    void keepsTheCallAsWrittenAndItsPlace() {
        ResolvedQuery.WindowCall window = window(classic("S#window.externalTimeBatch(ts, 1 min 5 sec)"));

        assertThat(window.text()).isEqualTo("externalTimeBatch(ts, 1 minute 5 seconds)");
        assertThat(window.position()).hasToString("2:7");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            S#window.length(3.5)                         | 2:22 wrong-argument
            S#window.length('x')                         | 2:22 wrong-argument
            S#window.length(symbol)                      | 2:22 wrong-argument
            S#window.length()                            | 2:7 missing-argument
            S#window.length(3, 4)                        | 2:25 too-many-arguments
            S#window.timeBatch(5 sec, 'x')               | 2:32 wrong-argument
            S#window.timeBatch(5 sec, 1, true, 4)        | 2:41 too-many-arguments
            S#window.timeBatch(5 sec, begin = 3)         | 2:32 unknown-setting
            S#window.timeBatch(5 sec, strt = 3)          | 2:32 unknown-setting -> start
            S#window.timeBatch(5 sec, period = 3)        | 2:32 duplicate-setting
            S#window.externalTimeBatch(tss, 1 min)       | 2:33 unknown-column -> ts
            S#window.externalTimeBatch(R.ts, 1 min)      | 2:33 wrong-argument
            S#window.lengthh(3)                          | 2:15 unknown-extension -> length
            S#unknown(3)                                 | 2:8 unknown-extension
            S#custom:window(3)                           | 2:15 unknown-extension
            """)
    void reportsWhatDoesNotMatch(String window, String problem) {
        assertThat(classic(window).problems()).containsExactly(problem);
    }

    @Test
    void saysInWordsWhatAnArgumentIs() {
        assertThat(classic("S#window.timeBatch('x')").messages())
                .containsExactly("the argument period of window timeBatch is a duration such as 5 sec");
    }

    @Test
    void saysWhichWindowIsMissing() {
        Analyzed analyzed = classic("S#window.session(5 sec)");

        assertThat(analyzed.missing()).containsExactly("window session");
        assertThat(analyzed.analysis().isWaiting()).isTrue();
    }
}
