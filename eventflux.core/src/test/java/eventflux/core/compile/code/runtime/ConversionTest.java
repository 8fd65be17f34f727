package eventflux.core.compile.code.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversionTest {

    @Test
    void fractionsAreLostTowardZero() {
        assertThat(Conversion.toInt(45.9)).isEqualTo(45);
        assertThat(Conversion.toInt(-45.9)).isEqualTo(-45);
        assertThat(Conversion.toLong(-0.5f)).isZero();
    }

    @Test
    void numbersAtTheEdgeFitAndThoseBeyondDoNot() {
        assertThat(Conversion.isInt(2147483647.9)).isTrue();
        assertThat(Conversion.isInt(2147483648.0)).isFalse();
        assertThat(Conversion.isInt(-2147483648.9)).isTrue();
        assertThat(Conversion.isInt(-2147483649.0)).isFalse();
        assertThat(Conversion.isInt(1L << 31)).isFalse();
        assertThat(Conversion.isLong(0x1p63)).isFalse();
        assertThat(Conversion.isLong(-0x1p63)).isTrue();
        assertThat(Conversion.isLong(Math.nextDown(0x1p63))).isTrue();
    }

    @Test
    void whatIsNotANumberFitsNoWholeNumber() {
        assertThat(Conversion.isInt(Double.NaN)).isFalse();
        assertThat(Conversion.isLong(Float.NaN)).isFalse();
        assertThat(Conversion.isLong(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void aDoubleFitsAFloatUnlessItWouldBecomeInfinite() {
        assertThat(Conversion.isFloat(1e38)).isTrue();
        assertThat(Conversion.isFloat(1e39)).isFalse();
        assertThat(Conversion.isFloat(Double.NEGATIVE_INFINITY)).isTrue();
        assertThat(Conversion.isFloat(Double.NaN)).isTrue();
    }

    @Test
    void numbersPrintAlikeEverywhere() {
        assertThat(Conversion.toText(2.0E-3)).isEqualTo("0.002");
        assertThat(Conversion.toText(0.1f)).isEqualTo("0.1");
        assertThat(Conversion.toText((Object) 1e10)).isEqualTo("10000000000.0");
        assertThat(Conversion.toText((Object) 7)).isEqualTo("7");
    }

    @Test
    void aQuotientIsCutTowardZero() {
        assertThat(Division.divide(-7, 2)).isEqualTo(-3);
        assertThat(Division.divide(7L, -1L)).isEqualTo(-7L);
    }
}
