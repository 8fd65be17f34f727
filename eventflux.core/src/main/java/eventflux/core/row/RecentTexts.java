package eventflux.core.row;

import org.agrona.UnsafeApi;

/**
 * Short texts that were read lately: most columns hold the same few again and again, and need no new object for each row. Each place
 * keeps the text that was read there last. Used by the thread that owns the application.
 */
final class RecentTexts {

    private static final int PLACES = 4096;
    private static final int SHIFT = Long.SIZE - 12;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    // All are written by the thread that owns the application.
    private final long[] words = new long[PLACES];
    private final int[] lengths = new int[PLACES];
    private final String[] texts = new String[PLACES];

    /** The text that lies in a row, which has zeros behind it up to a multiple of eight bytes. */
    String text(long address, int length) {
        if (length == 0) {
            return "";
        }
        if (length > Long.BYTES) {
            return RowMemory.text(address, length);
        }
        long word = UnsafeApi.getLong(address);
        int place = (int) (word * MULTIPLIER >>> SHIFT);
        // Places that hold nothing have the length 0.
        if (words[place] == word && lengths[place] == length) {
            return texts[place];
        }
        String text = RowMemory.text(address, length);
        words[place] = word;
        lengths[place] = length;
        texts[place] = text;
        return text;
    }
}
