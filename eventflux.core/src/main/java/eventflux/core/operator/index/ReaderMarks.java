package eventflux.core.operator.index;

/** A set of readers that is gone through in their order, and empty afterwards. Used by the thread that owns the application. */
public final class ReaderMarks {

    /** There is no more reader. */
    static final int NONE = -1;

    private final long[] words;
    private int first;
    private int last;

    /** No readers, of so many. */
    ReaderMarks(int readers) {
        words = new long[(readers + Long.SIZE - 1) / Long.SIZE];
        forget();
    }

    private void forget() {
        first = words.length;
        last = -1;
    }

    /** Adds readers. */
    void addAll(int[] readers) {
        for (int i = 0; i < readers.length; i++) {
            int word = readers[i] >> 6;
            words[word] |= 1L << readers[i];
            first = Math.min(first, word);
            last = Math.max(last, word);
        }
    }

    /** Takes the first reader out. */
    int take() {
        while (first <= last) {
            long word = words[first];
            if (word != 0) {
                words[first] = word & word - 1;
                return first << 6 | Long.numberOfTrailingZeros(word);
            }
            first++;
        }
        forget();
        return NONE;
    }
}
