package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MathFunctionsTest {

    @Test
    void answersTheMagnitudeInTheTypeOfTheArgument() {
        assertThat(MathFunctions.abs(-3)).isEqualTo(3);
        assertThat(MathFunctions.abs(-3L)).isEqualTo(3L);
        assertThat(MathFunctions.abs(-3.5f)).isEqualTo(3.5f);
        assertThat(MathFunctions.abs(-3.5)).isEqualTo(3.5);
    }

    @Test
    void refusesTheMagnitudeThatDoesNotFit() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MathFunctions.abs(Integer.MIN_VALUE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MathFunctions.abs(Long.MIN_VALUE));
    }

    @Test
    void answersTheSign() {
        assertThat(MathFunctions.sign(-7L)).isEqualTo(-1);
        assertThat(MathFunctions.sign(0L)).isZero();
        assertThat(MathFunctions.sign(0.001)).isEqualTo(1);
        assertThat(MathFunctions.sign(-0.0)).isZero();
        assertThat(MathFunctions.sign(Double.NaN)).isNull();
    }

    @Test
    void answersNullForARemainderByZero() {
        assertThat(MathFunctions.mod(7, 0)).isNull();
        assertThat(MathFunctions.mod(-7, 3)).isEqualTo(-1.0);
    }

    @Test
    void answersNanOutsideOfTheDomain() {
        assertThat(MathFunctions.sqrt(-1)).isNaN();
        assertThat(MathFunctions.ln(-1)).isNaN();
        assertThat(MathFunctions.log10(-1)).isNaN();
        assertThat(MathFunctions.asin(1.1)).isNaN();
        assertThat(MathFunctions.acos(-1.1)).isNaN();
    }

    @Test
    void answersWhatTheNameSays() {
        assertThat(MathFunctions.ceil(1.2)).isEqualTo(2);
        assertThat(MathFunctions.floor(-1.2)).isEqualTo(-2);
        assertThat(MathFunctions.sqrt(9)).isEqualTo(3);
        assertThat(MathFunctions.exp(0)).isEqualTo(1);
        assertThat(MathFunctions.ln(Math.E)).isEqualTo(1);
        assertThat(MathFunctions.log10(1000)).isEqualTo(3);
        assertThat(MathFunctions.power(2, 10)).isEqualTo(1024);
        assertThat(MathFunctions.sin(0)).isZero();
        assertThat(MathFunctions.cos(0)).isEqualTo(1);
        assertThat(MathFunctions.tan(0)).isZero();
        assertThat(MathFunctions.asin(0)).isZero();
        assertThat(MathFunctions.acos(1)).isZero();
        assertThat(MathFunctions.atan(0)).isZero();
    }
}
