package eventflux.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1.2,2)   ; 1.2        ; true",
                "[1.2,2)   ; 1.2.0      ; true",
                "[1.2,2)   ; 1.10.3     ; true",
                "[1.2,2)   ; 1.1.9      ; false",
                "[1.2,2)   ; 2.0.0      ; false",
                "(1.2,2]   ; 1.2.0      ; false",
                "(1.2,2]   ; 2.0.0      ; true",
                "(1.2,2]   ; 2.0.0.beta ; false",
                "[1.2,1.2] ; 1.2.0      ; true",
                "1.2       ; 7.0.0      ; true",
                "1.2       ; 1.1.0      ; false",
                "[1.2,2)   ; ''         ; false"
            })
    void saysWhichVersionsAreInIt(String range, String version, boolean isIn) {
        assertThat(VersionRange.of(range).orElseThrow().includes(version)).isEqualTo(isIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "new", "[1.2,2", "1.2,2", "[2,1)", "[1,1)", "[1.2.3.4.5,2)"})
    void readsNothingElse(String text) {
        assertThat(VersionRange.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.2,2)", "(1.2,2.0.1]", "1.2"})
    void isPrintedAsItIsWritten(String text) {
        assertThat(VersionRange.of(text).orElseThrow()).hasToString(text);
    }
}
