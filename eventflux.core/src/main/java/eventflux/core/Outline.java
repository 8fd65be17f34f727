package eventflux.core;

/**
 * Prints nested values as an outline: a part that is short stands on one line, a longer one opens a level. Reads the text
 * that records print of themselves, {@code Name[part=value, part=value]}.
 */
final class Outline {

    private static final int LONGEST_LINE = 100;
    private static final int INDENT = 2;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int position;

    private Outline(String text) {
        this.text = text;
    }

    static String of(String text) {
        Outline outline = new Outline(text);
        outline.print(0);
        return outline.out.toString();
    }

    // One value up to the comma or bracket that ends it.
    private void print(int level) {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ']' || c == ',') {
                return;
            }
            position++;
            out.append(c);
            if (c == '\'') {
                quoted();
            } else if (c == '[') {
                brackets(level + 1);
            }
        }
    }

    private void brackets(int level) {
        int end = matching();
        if (end - position <= LONGEST_LINE - level * INDENT) {
            out.append(text, position, end + 1);
            position = end + 1;
            return;
        }
        while (position < end) {
            newLine(level);
            print(level);
            while (position < end && (text.charAt(position) == ',' || text.charAt(position) == ' ')) {
                position++;
            }
        }
        position = end + 1;
        out.append(']');
    }

    private void quoted() {
        int end = text.indexOf('\'', position);
        int stop = end < 0 ? text.length() : end + 1;
        out.append(text, position, stop);
        position = stop;
    }

    // The bracket that closes the one before the position; the last character when there is none.
    private int matching() {
        int open = 1;
        for (int i = position; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private void newLine(int level) {
        out.append('\n').append(" ".repeat(level * INDENT));
    }
}
