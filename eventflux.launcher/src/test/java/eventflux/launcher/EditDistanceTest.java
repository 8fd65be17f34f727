package eventflux.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "run, run, 0",
        "rum, run, 1",
        "valdate, validate, 1",
        "'', run, 3",
        "explian, explain, 2",
        "shell, start, 4"
    })
    void countsTheLettersToTypeAnew(String from, String to, int distance) {
        assertThat(EditDistance.between(from, to)).isEqualTo(distance);
        assertThat(EditDistance.between(to, from)).isEqualTo(distance);
    }
}
