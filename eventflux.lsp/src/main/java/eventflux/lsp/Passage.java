package eventflux.lsp;

import eventflux.lsp.Place.Within;

/** A stretch of a text that belongs together: a comment, a string, or a single character. */
final class Passage {

    private static final String TRIPLE = "\"\"\"";

    private Passage() {}

    static Within kind(String text, int start) {
        if (text.startsWith("--", start) || text.startsWith("/*", start)) {
            return Within.COMMENT;
        }
        char first = text.charAt(start);
        return first == '\'' || first == '"' ? Within.STRING : Within.CODE;
    }

    /** The first character behind the passage that starts there; one without its end goes on to the end of the line or text. */
    static int end(String text, int start) {
        if (text.startsWith("--", start)) {
            return endOfLine(text, start);
        }
        if (text.startsWith("/*", start)) {
            return behind(text, "*/", start + 2);
        }
        if (text.startsWith(TRIPLE, start)) {
            return behind(text, TRIPLE, start + TRIPLE.length());
        }
        char first = text.charAt(start);
        return first == '\'' || first == '"' ? endOfString(text, start) : start + 1;
    }

    /** Whether what is typed right at the end of the passage would still belong to it. */
    static boolean isOpenAt(String text, int start, int end) {
        return switch (kind(text, start)) {
            case CODE -> false;
            case COMMENT -> !(text.startsWith("/*", start) && end >= start + 4 && text.startsWith("*/", end - 2));
            case STRING -> end == start + 1 || text.charAt(end - 1) != text.charAt(start);
        };
    }

    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        int end = endOfLine(text, start);
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) == quote) {
                boolean isDoubled = i + 1 < end && text.charAt(i + 1) == quote;
                if (!isDoubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return end;
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int behind(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }
}
