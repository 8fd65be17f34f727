package eventflux.core.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowConditionTest {

    private static Analyzed window(String call) {
        return Analyzed.of("define stream S (a int, t string); from S#window." + call + " select a insert into O;");
    }

    @Test
    void placesWhatIsWrongInATextInsideTheText() {
        assertThat(window("expression('price < 3 and last.b > first.a and summ(a) > 2')")
                        .problems())
                .hasSize(3)
                .allMatch(problem -> problem.startsWith("1:"));
        assertThat(window("expression('count() <')").problems()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoCondition() {
        assertThat(window("expression('a + 1')").problems()).containsExactly("1:62 not-a-condition");
        assertThat(window("expression(5)").problems()).containsExactly("1:61 not-a-condition");
    }

    @Test
    void doesNotLookAsideInAnAggregate() {
        assertThat(window("expression('sum(first.a) > 2')").problems()).containsExactly("1:62 not-supported-yet");
    }

    @Test
    void takesAComparisonWithAColumnForAConditionAndNoName() {
        assertThat(window("expression(a == 5)").problems()).isEmpty();
        assertThat(window("expression(expression = (a == 5))").problems()).isEmpty();
    }

    @Test
    void takesATextThatComesWithTheRows() {
        assertThat(window("expression(t)").problems()).isEmpty();
        assertThat(window("expression(ifThenElse(a > 1, t, 'a < 3'))").problems())
                .isEmpty();
    }

    @Test
    void calculatesATextFromTheRowThatComesAlone() {
        assertThat(window("expression(ifThenElse(last.a > 1, t, 'a < 3'))").problems())
                .containsExactly("1:72 unknown-qualifier");
        assertThat(window("expression(ifThenElse(count() > 1, t, 'a < 3'))").problems())
                .containsExactly("1:72 aggregate-not-allowed");
    }
}
