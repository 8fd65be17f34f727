package eventflux.parser.text;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer reads it, counted in Java's characters; the runtime's own streams count code points, which would make
 * every place a calculation. Used by one thread.
 */
final class TextStream implements CharStream {

    private final String text;
    private int index; // written by the thread that reads the text

    TextStream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        if (index >= text.length()) {
            throw new IllegalStateException("the text is at its end");
        }
        index++;
    }

    @Override
    public int LA(int distance) {
        if (distance == 0) {
            return 0;
        }
        int at = distance > 0 ? index + distance - 1 : index + distance;
        return at >= 0 && at < text.length() ? text.charAt(at) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1; // the whole text is at hand, so there is nothing to hold on to
    }

    @Override
    public void release(int marker) {
        // the counterpart of mark
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int target) {
        index = Math.min(target, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
