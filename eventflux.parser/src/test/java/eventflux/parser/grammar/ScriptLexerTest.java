package eventflux.parser.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class ScriptLexerTest {

    private static final Pattern START = Pattern.compile("[\\p{L}_]");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]");

    private static List<? extends Token> words(String text) {
        EventFluxLexer lexer = new EventFluxLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    // All beyond ASCII but the halves of pairs.
    private static IntStream foreign() {
        return IntStream.rangeClosed(0x80, 0xFFFF).filter(c -> !Character.isSurrogate((char) c));
    }

    private static boolean isOneName(String text) {
        List<? extends Token> words = words(text);
        return words.size() == 1 && words.get(0).getType() == EventFluxLexer.UNQUOTED_NAME;
    }

    @Test
    void beginsNamesWithTheLettersOfUnicode() {
        assertThat(foreign()
                        .filter(c -> isOneName(Character.toString(c))
                                != START.matcher(Character.toString(c)).matches()))
                .isEmpty();
    }

    @Test
    void goesOnWithMarksAndNumbersOfUnicode() {
        assertThat(foreign()
                        .filter(c -> isOneName("é" + Character.toString(c) + "b")
                                != PART.matcher(Character.toString(c)).matches()))
                .isEmpty();
    }

    @Test
    void leavesOtherSignsOutOfNames() {
        assertThat(words("a→größe_2×b")).extracting(Token::getText).containsExactly("a", "→", "größe_2", "×", "b");
    }
}
