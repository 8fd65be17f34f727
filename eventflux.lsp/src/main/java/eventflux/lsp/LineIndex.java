package eventflux.lsp;

import eventflux.api.error.SourcePosition;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Where the lines of a text start: turns places of the protocol, of problems and of characters into one another. */
final class LineIndex {

    private final String text;
    private final int[] starts;

    LineIndex(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEnd = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (isEnd) {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The character at a place; a place behind the end of its line, or of the text, is that end. */
    int offset(Position place) {
        if (place.getLine() >= starts.length) {
            return text.length();
        }
        int start = starts[place.getLine()];
        return Math.min(start + Math.max(0, place.getCharacter()), endOfLine(place.getLine()));
    }

    private int endOfLine(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    int offset(SourcePosition place) {
        return offset(new Position(place.line() - 1, place.column() - 1));
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, offset - starts[line]);
    }

    Range range(int start, int end) {
        return new Range(position(start), position(end));
    }

    Range range(SourcePosition place) {
        Position start = new Position(place.line() - 1, place.column() - 1);
        return new Range(start, new Position(start.getLine(), start.getCharacter() + place.length()));
    }
}
