package eventflux.ext.xml;

/** Texts as they stand in elements and attributes. */
final class XmlText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** Appends a text; characters that no document may hold become the replacement character. */
    static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                // A parser would make a line feed of it.
                case '\r' -> out.append("&#13;");
                default -> out.append(isAllowed(text, i) ? c : REPLACEMENT);
            }
        }
    }

    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= FIRST_PRINTABLE && c < '\uFFFE' || c == '\t' || c == '\n';
    }
}
