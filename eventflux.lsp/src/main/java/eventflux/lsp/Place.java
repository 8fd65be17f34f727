package eventflux.lsp;

import java.util.Locale;

/**
 * A place between two characters of a text, seen without understanding the text: it may be half typed.
 *
 * @param text the whole text
 * @param offset the place
 * @param within what it lies in
 * @param quote the first character of the string that it lies in; the place itself elsewhere
 * @param statementStart the first character behind the last semicolon
 * @param statementEnd the next semicolon, or the end of the text
 */
record Place(String text, int offset, Within within, int quote, int statementStart, int statementEnd) {

    /** What a place may lie in. */
    enum Within {
        CODE,
        STRING,
        COMMENT
    }

    static Place at(String text, int offset) {
        int statementStart = 0;
        int next = 0;
        while (next < offset) {
            int start = next;
            next = Passage.end(text, start);
            if (next > offset || next == offset && Passage.isOpenAt(text, start, next)) {
                return new Place(text, offset, Passage.kind(text, start), start, statementStart, endFrom(text, next));
            }
            if (text.charAt(start) == ';') {
                statementStart = next;
            }
        }
        return new Place(text, offset, Within.CODE, offset, statementStart, endFrom(text, offset));
    }

    private static int endFrom(String text, int offset) {
        int next = offset;
        while (next < text.length() && text.charAt(next) != ';') {
            next = Passage.end(text, next);
        }
        return Math.min(next, text.length());
    }

    /** The first character of the word that the place is behind or in; the place itself when there is none. */
    int wordStart() {
        int start = offset;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The end of the word that the place is before or in. */
    int wordEnd() {
        int end = offset;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The word around the place; empty when there is none. */
    String word() {
        return text.substring(wordStart(), wordEnd());
    }

    /** What was typed of the word so far. */
    String prefix() {
        return text.substring(wordStart(), offset);
    }

    /** The statement up to the word, or up to the string in which the place lies. */
    String before() {
        int end = within == Within.STRING ? quote : wordStart();
        return text.substring(Math.min(statementStart, end), end);
    }

    /** The whole statement, as far as it is there. */
    String statement() {
        return text.substring(statementStart, statementEnd);
    }

    /** Whether the author writes keywords in small letters hereabouts: as this word, or as the first of the statement or text. */
    boolean isLowerCase() {
        String sample = (prefix() + " " + before() + " " + text).strip();
        return sample.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::isLowerCase)
                .findFirst()
                .orElse(false);
    }

    /** A keyword in the letters that the author uses. */
    String spelled(String keyword) {
        return isLowerCase() ? keyword.toLowerCase(Locale.ROOT) : keyword;
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
