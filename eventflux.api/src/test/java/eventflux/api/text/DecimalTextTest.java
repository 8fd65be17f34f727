package eventflux.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTextTest {

    private static final long SEED = 20_180_131L;
    private static final int TRIES = 20_000;

    @Test
    void printsWhatPeopleWrote() {
        for (String text : new String[] {
            "0.0",
            "-0.0",
            "1.0",
            "-1.5",
            "39.81",
            "0.1",
            "0.001",
            "0.00012",
            "12.340000000000002",
            "0.30000000000000004",
            "999999999999999.0",
            "1.0E15",
            "1.234567890123E20",
            "0.000001",
            "9.9E-7",
            "4.9E-324",
            "0.00000653110874157112",
            "1.7976931348623157E308",
            "123456.789",
            "2.2E-322",
            "NaN",
            "Infinity",
            "-Infinity"
        }) {
            assertThat(DecimalText.of(Double.parseDouble(text))).isEqualTo(text);
        }
    }

    @Test
    void printsTheShortestWhereJava17PrintsADigitTooMany() {
        assertThat(DecimalText.of(2.0E-3)).isEqualTo("0.002");
        assertThat(DecimalText.of(2.0E23)).isEqualTo("2.0E23");
        assertThat(DecimalText.of(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
        assertThat(DecimalText.of(9.007199254740992E15)).isEqualTo("9.007199254740992E15");
    }

    @Test
    void printsFloatsByTheirOwnPrecision() {
        assertThat(DecimalText.of(0.1f)).isEqualTo("0.1");
        assertThat(DecimalText.of(16777216f)).isEqualTo("16777216.0");
        assertThat(DecimalText.of(3.4028235e38f)).isEqualTo("3.4028235E38");
        assertThat(DecimalText.of(1.1f * 1.1f)).isEqualTo("1.21");
    }

    @Test
    void readsBackAsTheSameDoubleAndHasNoNeedlessDigit() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            double value = someDouble(random, i);
            String text = DecimalText.of(value);
            assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
            if (Double.isFinite(value)) {
                assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(value)));
            }
        }
    }

    @Test
    void readsBackAsTheSameFloat() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            String text = DecimalText.of(value);
            assertThat(Float.floatToIntBits(Float.parseFloat(text))).isEqualTo(Float.floatToIntBits(value));
        }
    }

    @Test
    void roundsHalvesAwayFromZeroAsTheyAreRead() {
        StringBuilder out = new StringBuilder();
        DecimalText.appendFixed(out, 1.005, 2);
        out.append(' ');
        DecimalText.appendFixed(out, -2.5, 0);
        out.append(' ');
        DecimalText.appendFixed(out, 3, 2);
        out.append(' ');
        DecimalText.appendFixed(out, 0.1f, 3);
        out.append(' ');
        DecimalText.appendFixed(out, Double.NaN, 2);

        assertThat(out).hasToString("1.01 -3 3.00 0.100 NaN");
    }

    private static double someDouble(Random random, int kind) {
        return switch (kind % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextLong() / 1000.0;
            case 2 -> random.nextDouble() * 1e-5;
            default -> Math.scalb(1.0, random.nextInt(2000) - 1000);
        };
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
