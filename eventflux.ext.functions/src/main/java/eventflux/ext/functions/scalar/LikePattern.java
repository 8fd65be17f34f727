package eventflux.ext.functions.scalar;

/** Matches a text against a pattern in which {@code %} is any text and {@code _} any character; by code points. */
final class LikePattern {

    /** No escape character. */
    static final int NO_ESCAPE = -1;

    private LikePattern() {}

    /**
     * Whether all of the text matches. Goes back no further than to the last {@code %}, so it takes at most the product
     * of both lengths.
     */
    static boolean matches(String text, String pattern, int escape) {
        int inText = 0;
        int inPattern = 0;
        int afterPercent = -1;
        int triedFrom = 0;
        while (inText < text.length()) {
            if (isPercent(pattern, inPattern, escape)) {
                inPattern++;
                afterPercent = inPattern;
                triedFrom = inText;
            } else if (isMatch(pattern, inPattern, text.codePointAt(inText), escape)) {
                inPattern = next(pattern, inPattern, escape);
                inText += Character.charCount(text.codePointAt(inText));
            } else if (afterPercent >= 0) {
                triedFrom += Character.charCount(text.codePointAt(triedFrom));
                inText = triedFrom;
                inPattern = afterPercent;
            } else {
                return false;
            }
        }
        while (isPercent(pattern, inPattern, escape)) {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean isPercent(String pattern, int at, int escape) {
        return at < pattern.length() && pattern.charAt(at) == '%' && escape != '%';
    }

    private static boolean isMatch(String pattern, int at, int character, int escape) {
        if (at >= pattern.length()) {
            return false;
        }
        int expected = pattern.codePointAt(at);
        if (expected == escape) {
            return pattern.codePointAt(at + Character.charCount(escape)) == character;
        }
        return expected == '_' || expected == character;
    }

    private static int next(String pattern, int at, int escape) {
        int first = pattern.codePointAt(at);
        int next = at + Character.charCount(first);
        return first == escape ? next + Character.charCount(pattern.codePointAt(next)) : next;
    }

    /** The escape character of an argument, which may not be the last of the pattern. */
    static int escapeOf(String argument, String pattern) {
        if (argument.isEmpty() || argument.codePointCount(0, argument.length()) != 1) {
            throw FunctionError.BAD_ESCAPE.with("escape", argument, "pattern", pattern);
        }
        int escape = argument.codePointAt(0);
        int at = 0;
        while (at < pattern.length()) {
            int character = pattern.codePointAt(at);
            at += Character.charCount(character);
            if (character == escape) {
                if (at == pattern.length()) {
                    throw FunctionError.BAD_ESCAPE.with("escape", argument, "pattern", pattern);
                }
                at += Character.charCount(pattern.codePointAt(at));
            }
        }
        return escape;
    }
}
