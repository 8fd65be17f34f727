package eventflux.parser.text;

import eventflux.api.error.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text whose variables have their values, and which still knows where everything stood before. Immutable.
 */
public final class SourceText {

    private final String original;
    private final String text;
    private final List<Segment> segments;
    private final LineIndex lines;

    SourceText(String original, String text, List<Segment> segments) {
        this.original = original;
        this.text = text;
        this.segments = List.copyOf(segments);
        this.lines = new LineIndex(original);
    }

    /** A text without variables. */
    public static SourceText of(String text) {
        return new SourceText(text, text, List.of());
    }

    /** The text with the values in it. */
    public String text() {
        return text;
    }

    /**
     * The place of a piece in the text that the author wrote.
     *
     * @param start its first character in {@link #text()}
     * @param stop its last character, not before the first; else one character is meant
     */
    public SourcePosition at(int start, int stop) {
        return lines.at(originalStart(start), originalStop(Math.max(start, stop)));
    }

    /**
     * A piece as the author wrote it, with variables in place of their values.
     *
     * @param start its first character in {@link #text()}; 0 is the start of the text, variables without a value included
     * @param end the character behind it; the length of the text is its end, such variables included
     */
    public String written(int start, int end) {
        return original.substring(
                start == 0 ? 0 : originalStart(start),
                end == text.length() ? original.length() : originalStop(end - 1) + 1);
    }

    /**
     * Whether variables make one piece of two words: one stands between them or belongs to both.
     *
     * @param end the first character behind the first word in {@link #text()}
     * @param start the first character of the second word there
     */
    public boolean isOnePiece(int end, int start) {
        return anyOf(end, start, segment -> segment.joins(end, start, text));
    }

    /** Whether a piece holds the value of a variable, or a part of it. */
    public boolean hasValue(int start, int stop) {
        return anyOf(start, stop, segment -> segment.start() <= stop && segment.end() > start);
    }

    private boolean anyOf(int from, int to, Predicate<Segment> condition) {
        int next = last(to);
        while (next >= 0 && segments.get(next).end() >= from) {
            if (condition.test(segments.get(next))) {
                return true;
            }
            next--;
        }
        return false;
    }

    private int originalStart(int offset) {
        Segment segment = segmentOf(offset);
        if (segment == null) {
            return offset;
        }
        return segment.isValue(offset) ? segment.original() : segment.after(offset);
    }

    private int originalStop(int offset) {
        Segment segment = segmentOf(offset);
        if (segment == null) {
            return offset;
        }
        return segment.isValue(offset) ? segment.original() + segment.originalLength() - 1 : segment.after(offset);
    }

    private Segment segmentOf(int offset) {
        int last = last(offset);
        return last < 0 ? null : segments.get(last);
    }

    /** The index of the last segment that starts there or before, or -1. */
    private int last(int offset) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /**
     * The value of a variable and what follows it up to the next one.
     *
     * @param start where the value starts in the new text
     * @param length the length of the value
     * @param original where the variable started in the author's text
     * @param originalLength the length of the variable there
     */
    record Segment(int start, int length, int original, int originalLength) {

        int end() {
            return start + length;
        }

        boolean isValue(int offset) {
            return offset < end();
        }

        boolean joins(int gap, int gapEnd, String text) {
            if (length == 0) {
                return gap <= start && start <= gapEnd;
            }
            if (gap < gapEnd) {
                return Math.max(start, gap) < Math.min(end(), gapEnd);
            }
            boolean isInside = start < gap && gap < end();
            boolean isBorder = start == gap || end() == gap;
            return isInside
                    || isBorder
                            && gap > 0
                            && gap < text.length()
                            && Character.isLetterOrDigit(text.charAt(gap - 1))
                            && Character.isLetterOrDigit(text.charAt(gap));
        }

        int after(int offset) {
            return offset - start - length + original + originalLength;
        }
    }

    /** Where the lines of a text start. */
    private static final class LineIndex {

        private final int[] starts;
        private final int[] ends;

        LineIndex(String text) {
            List<int[]> lines = new ArrayList<>();
            int start = 0;
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r') {
                    lines.add(new int[] {start, i});
                    i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                    start = i + 1;
                }
                i++;
            }
            lines.add(new int[] {start, text.length()});
            starts = lines.stream().mapToInt(line -> line[0]).toArray();
            ends = lines.stream().mapToInt(line -> line[1]).toArray();
        }

        SourcePosition at(int start, int stop) {
            int line = lineOf(start);
            int end = Math.min(stop + 1, Math.max(ends[line], start + 1));
            return new SourcePosition(line + 1, start - starts[line] + 1, Math.max(1, end - start));
        }

        private int lineOf(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            return found >= 0 ? found : -found - 2;
        }
    }
}
