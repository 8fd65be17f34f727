package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewTextFunctionsTest {

    private static final String FACE = "\uD83D\uDE00";

    @Test
    void putsTextsTogether() {
        assertThat(NewTextFunctions.concat("a", FACE, "")).isEqualTo("a" + FACE);
        assertThat(NewTextFunctions.concat()).isEmpty();
        assertThat(NewTextFunctions.repeat("ab", 3)).isEqualTo("ababab");
        assertThat(NewTextFunctions.repeat("ab", -3)).isEmpty();
        assertThat(NewTextFunctions.replace("a.b.c", ".", "--")).isEqualTo("a--b--c");
        assertThat(NewTextFunctions.replace("abc", "", "-")).isEqualTo("abc");
    }

    @Test
    void fillsUpByCodePoints() {
        assertThat(NewTextFunctions.lpad("7", 3, "0")).isEqualTo("007");
        assertThat(NewTextFunctions.rpad("7", 4, "ab")).isEqualTo("7aba");
        assertThat(NewTextFunctions.lpad("7", 3, FACE)).isEqualTo(FACE + FACE + "7");
    }

    @Test
    void cutsWhatIsTooLongAndLeavesWhatCannotBeFilled() {
        assertThat(NewTextFunctions.lpad("abcd", 2, "0")).isEqualTo("ab");
        assertThat(NewTextFunctions.rpad("abcd", 2, "0")).isEqualTo("ab");
        assertThat(NewTextFunctions.rpad("ab", 5, "")).isEqualTo("ab");
        assertThat(NewTextFunctions.lpad("ab", -1, "0")).isEmpty();
    }

    @Test
    void refusesToTakeAllMemory() {
        assertThatThrownBy(() -> NewTextFunctions.repeat("ab", Integer.MAX_VALUE))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.TEXT_TOO_LONG));
        assertThatThrownBy(() -> NewTextFunctions.lpad("ab", Integer.MAX_VALUE, "0"))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.TEXT_TOO_LONG));
    }

    @Test
    void answersNullForWhatIsNoCharacter() {
        assertThat(NewTextFunctions.chr(65)).isEqualTo("A");
        assertThat(NewTextFunctions.chr(0x1F600)).isEqualTo(FACE);
        assertThat(NewTextFunctions.chr(-1)).isNull();
        assertThat(NewTextFunctions.chr(0xD83D)).isNull();
        assertThat(NewTextFunctions.chr(0x110000)).isNull();
    }

    @Test
    void makesAnotherNameEachTime() {
        assertThat(UUID.fromString(NewTextFunctions.uuid()).version()).isEqualTo(4);
        assertThat(NewTextFunctions.uuid()).isNotEqualTo(NewTextFunctions.uuid());
    }
}
