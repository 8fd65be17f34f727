package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SetFunctionsTest {

    @Test
    void countsWhatIsInASet() {
        assertThat(SetFunctions.sizeOfSet(SetFunctions.createSet("a"))).isEqualTo(1);
        assertThat(SetFunctions.sizeOfSet(SetFunctions.createSet(null))).isZero();
        assertThat(SetFunctions.sizeOfSet(null)).isZero();
    }

    @Test
    void refusesWhatIsNoSet() {
        assertThatThrownBy(() -> SetFunctions.sizeOfSet("a"))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.NO_SET));
    }
}
