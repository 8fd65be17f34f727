package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppAnnotationsTest {

    private static Analyzed app(String annotations) {
        return Analyzed.of(annotations + "\ndefine stream S (a int);");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                          | app
            @app:name('Plant')                                          | Plant
            @App:Name("Plant") @app:description('What it does')         | Plant
            @app:playback                                               | app playback
            @app:playback('true') @app:name('P')                        | P playback
            @app:playback('false')                                      | app
            @app:playback(idle.time='100 millisecond', increment='2 sec') | app playback, 2000 ms on after 100 ms
            @app:enforceOrder                                           | app
            @app:transportChannelCreationEnabled('true')                | app
            @app:transportChannelCreationEnabled('false')               | app
            """)
    void readsNameAndTime(String annotations, String application) {
        assertThat(app(annotations).lines("application")).containsExactly(application);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @app:playback(idle.time='100 millisecond')                      | 1:1 missing-setting
            @app:playback(increment='2 sec')                                | 1:1 missing-setting
            @app:playback(idle.time='soon', increment='2 sec')              | 1:15 wrong-setting
            @app:playback(idle.tine='1 sec', increment='2 sec')             | 1:15 unknown-setting -> idle.time
            @app:loops(limit='none')                                        | 1:12 wrong-setting
            @app:loops(limits='5')                                          | 1:12 unknown-setting -> limit
            @app:playbak                                                    | 1:1 misspelt-annotation -> playback
            @app:statistics(reporter='jmx')                                 | 1:1 no-effect-yet
            @app:async                                                      | 1:1 not-supported-yet
            """)
    void reportsWhatMeansNothingOrCannotBeDone(String annotations, String problem) {
        assertThat(app(annotations).problems()).contains(problem);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | 10000
            @app:loops                | 10000
            @app:loops(limit='250')   | 250
            """)
    void readsHowManyRowsMayComeRound(String annotations, int limit) {
        assertThat(app(annotations).analysis().app().orElseThrow().loopLimit()).isEqualTo(limit);
    }

    @Test
    void givesTheNameEvenWhereTheApplicationIsWrong() {
        Analyzed analyzed = Analyzed.of("@app:name('Plant') define stream S (a innt);");

        assertThat(analyzed.analysis().name()).isEqualTo("Plant");
        assertThat(analyzed.analysis().app()).isEmpty();
    }
}
