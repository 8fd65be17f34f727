package eventflux.api.error;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param length how many characters it covers on that line, at least 1
 */
public record SourcePosition(int line, int column, int length) implements Comparable<SourcePosition> {

    /** Refuses what no editor shows. */
    public SourcePosition {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException("line=" + line + " column=" + column + " length=" + length);
        }
    }

    @Override
    public int compareTo(SourcePosition other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
