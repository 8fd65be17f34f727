package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChoiceFunctionsTest {

    @Test
    void answersTheLargestAndTheSmallestInTheTypeOfTheArguments() {
        assertThat(ChoiceFunctions.maximum(3, 7, 5)).isEqualTo(7);
        assertThat(ChoiceFunctions.minimum(3, 7, 5)).isEqualTo(3);
        assertThat(ChoiceFunctions.maximum(3L, 7L)).isEqualTo(7L);
        assertThat(ChoiceFunctions.minimum(3L, 7L)).isEqualTo(3L);
        assertThat(ChoiceFunctions.maximum(3.5f, 7f)).isEqualTo(7f);
        assertThat(ChoiceFunctions.minimum(3.5f, 7f)).isEqualTo(3.5f);
        assertThat(ChoiceFunctions.maximum(3.5, 7.0)).isEqualTo(7.0);
        assertThat(ChoiceFunctions.minimum(3.5, 7.0)).isEqualTo(3.5);
    }

    @Test
    void isRightForNegativeNumbersAlone() {
        assertThat(ChoiceFunctions.maximum(-3.5, -7.0)).isEqualTo(-3.5);
        assertThat(ChoiceFunctions.minimum(-3, -7)).isEqualTo(-7);
    }

    @Test
    void skipsNulls() {
        assertThat(ChoiceFunctions.maximum(null, 3, null)).isEqualTo(3);
        assertThat(ChoiceFunctions.minimum(null, 3.5, null)).isEqualTo(3.5);
        assertThat(ChoiceFunctions.maximum(new Long[] {null, null})).isNull();
        assertThat(ChoiceFunctions.minimum(new Float[] {})).isNull();
    }

    @Test
    void answersNanIfThereIsOne() {
        assertThat(ChoiceFunctions.maximum(1.0, Double.NaN)).isNaN();
        assertThat(ChoiceFunctions.minimum(Double.NaN, 1.0)).isNaN();
    }
}
