package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.error.EventFluxException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {

    /** Four code points, the second of which takes two chars. */
    private static final String TEXT = "a\uD83D\uDE00\u00E9d";

    private static final String FACE = "\uD83D\uDE00";

    @Test
    void countsCodePoints() {
        assertThat(TextFunctions.length(TEXT)).isEqualTo(4);
        assertThat(TextFunctions.length("")).isZero();
    }

    @Test
    void cutsByCodePointsFromPlaceOne() {
        assertThat(TextFunctions.substring(TEXT, 2)).isEqualTo(FACE + "\u00E9d");
        assertThat(TextFunctions.substring(TEXT, 2, 2)).isEqualTo(FACE + "\u00E9");
        assertThat(TextFunctions.left(TEXT, 2)).isEqualTo("a" + FACE);
        assertThat(TextFunctions.right(TEXT, 3)).isEqualTo(FACE + "\u00E9d");
    }

    @Test
    void takesPlacesOutsideOfTheTextForItsEnds() {
        assertThat(TextFunctions.substring(TEXT, -5)).isEqualTo(TEXT);
        assertThat(TextFunctions.substring(TEXT, 0, 1)).isEqualTo("a");
        assertThat(TextFunctions.substring(TEXT, 9)).isEmpty();
        assertThat(TextFunctions.substring(TEXT, 2, -1)).isEmpty();
        assertThat(TextFunctions.substring(TEXT, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isEqualTo(TEXT);
        assertThat(TextFunctions.left(TEXT, -1)).isEmpty();
        assertThat(TextFunctions.right(TEXT, -1)).isEmpty();
        assertThat(TextFunctions.right(TEXT, 99)).isEqualTo(TEXT);
    }

    @Test
    void changesLettersAndSpace() {
        assertThat(TextFunctions.upper("stra\u00DFe")).isEqualTo("STRASSE");
        assertThat(TextFunctions.lower("\u00C4B")).isEqualTo("\u00E4b");
        assertThat(TextFunctions.trim(" a b\t")).isEqualTo("a b");
        assertThat(TextFunctions.ltrim(" a ")).isEqualTo("a ");
        assertThat(TextFunctions.rtrim(" a ")).isEqualTo(" a");
        assertThat(TextFunctions.reverse(TEXT)).isEqualTo("d\u00E9" + FACE + "a");
    }

    @Test
    void findsPartsByCodePoints() {
        assertThat(TextFunctions.position("d", TEXT)).isEqualTo(4);
        assertThat(TextFunctions.position("x", TEXT)).isZero();
        assertThat(TextFunctions.position("", TEXT)).isEqualTo(1);
        assertThat(TextFunctions.startsWith(TEXT, "a")).isTrue();
        assertThat(TextFunctions.endsWith(TEXT, "a")).isFalse();
        assertThat(TextFunctions.contains(TEXT, FACE)).isTrue();
    }

    @Test
    void namesTheFirstCharacter() {
        assertThat(TextFunctions.ascii("A")).isEqualTo(65);
        assertThat(TextFunctions.ascii(FACE)).isEqualTo(0x1F600);
        assertThat(TextFunctions.ascii("")).isNull();
    }

    @Test
    void matchesPatterns() {
        assertThat(TextFunctions.like("lab-1", "lab-%")).isTrue();
        assertThat(TextFunctions.like(TEXT, "a_\u00E9d")).isTrue();
        assertThat(TextFunctions.like("", "%")).isTrue();
        assertThat(TextFunctions.like("", "_")).isFalse();
        assertThat(TextFunctions.like("lab", "LAB")).isFalse();
        assertThat(TextFunctions.like("aab", "%ab")).isTrue();
    }

    @Test
    void takesACharacterAfterTheEscapeForItself() {
        assertThat(TextFunctions.like("100%", "100!%", "!")).isTrue();
        assertThat(TextFunctions.like("1000", "100!%", "!")).isFalse();
        assertThat(TextFunctions.like("a!b", "a!!b", "!")).isTrue();
        assertThat(TextFunctions.like("%a", "%%_", "%")).isTrue();
    }

    @Test
    void refusesAnEscapeThatIsNone() {
        assertThatThrownBy(() -> TextFunctions.like("a", "a", "")).satisfies(e -> hasCode(e, FunctionError.BAD_ESCAPE));
        assertThatThrownBy(() -> TextFunctions.like("a", "a", "ab"))
                .satisfies(e -> hasCode(e, FunctionError.BAD_ESCAPE));
        assertThatThrownBy(() -> TextFunctions.like("a", "a!", "!"))
                .satisfies(e -> hasCode(e, FunctionError.BAD_ESCAPE));
    }

    @Test
    void matchesAsARegularExpressionDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, "ab" + FACE, 8);
            String pattern = random(random, "ab%_" + FACE, 6);
            String expression = pattern.replace("%", ".*").replace("_", ".");
            assertThat(TextFunctions.like(text, pattern))
                    .as("%s LIKE %s", text, pattern)
                    .isEqualTo(Pattern.compile(expression, Pattern.DOTALL)
                            .matcher(text)
                            .matches());
        }
    }

    private static String random(Random random, String alphabet, int longest) {
        int[] letters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    static void hasCode(Throwable thrown, FunctionError code) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(code));
    }
}
