package eventflux.parser.format;

import java.util.Set;

/** Where two words would become another one if nothing stood between them. */
final class WordBorder {

    private static final Set<String> SIGNS =
            Set.of("--", "/*", "->", "<=", ">=", "<>", "==", "!=", "..", "''", "\"\"", "``");

    private WordBorder() {}

    static boolean isLost(char last, char first) {
        return isWordPart(last) && isWordPart(first) || SIGNS.contains(String.valueOf(new char[] {last, first}));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
