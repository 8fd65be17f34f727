package eventflux.ext.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.text.DecimalText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

    private static final long SEED = 161_803L;
    private static final int TRIES = 20_000;

    @Test
    void readsDoublesAndFloatsAsJavaDoes() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            String text = someDecimal(random, i);
            byte[] bytes = ("x" + text).getBytes(StandardCharsets.US_ASCII);
            assertThat(FieldText.parseDouble(bytes, 1, text.length())).isEqualTo(Double.parseDouble(text));
            if (Float.isFinite(Float.parseFloat(text))) {
                assertThat(FieldText.parseFloat(bytes, 1, text.length())).isEqualTo(Float.parseFloat(text));
            }
        }
    }

    private static String someDecimal(Random random, int kind) {
        return switch (kind % 3) {
            case 0 -> DecimalText.of(random.nextGaussian() * 1000);
            case 1 -> random.nextInt(1_000_000) + "." + random.nextInt(1_000_000);
            default -> (random.nextBoolean() ? "-" : "+") + "." + random.nextInt(1000) + "e" + random.nextInt(300);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999_999_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
    void readsWholeNumbers(long value) {
        byte[] bytes = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        assertThat(FieldText.parseLong(bytes, 0, bytes.length)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "1-",
                "--1",
                "1.5",
                "1e-1",
                "9223372036854775808",
                "-9223372036854775809",
                "e1"
            })
    void refusesWhatIsNoWholeNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> FieldText.parseLong(bytes, 0, bytes.length)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void refusesAnIntThatDoesNotFit() {
        byte[] bytes = "2147483648".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> FieldText.parseInt(bytes, 0, bytes.length)).isInstanceOf(NumberFormatException.class);
    }
}
