package eventflux.core.row;

import eventflux.api.event.Dictionary;
import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Texts of one column, as they are or by their places in a dictionary. What was found out about a dictionary, its texts in UTF-8 and
 * their codes, is kept until another one comes.
 */
final class TextColumn extends GivenColumn {

    private static final long NULL = -1;
    private static final int UNKNOWN = -1;

    // One of them is null, or both when there are no values.
    private String[] texts;
    private int[] places;
    private int from;
    private boolean hasNulls; // of the places

    // Where each row's text lies in the memory, as slots say it, or NULL; of texts.
    private long[] found = new long[0];
    private final TextMemory memory = new TextMemory();

    private Dictionary dictionary; // null until one comes
    private final TextMemory words = new TextMemory(); // of the dictionary
    private long[] wordSlots = new long[0]; // null until they are asked for
    private int wordLength; // of each when padded, or 0 when they differ
    private int[] codes = new int[0]; // of the dictionary, UNKNOWN until one is asked for
    private SymbolTable coder; // gave the codes
    private int sweeps; // of the coder when it gave them

    void give(String[] values, int first) {
        texts = values;
        places = null;
        from = first;
    }

    void give(Dictionary named, int[] values, int first, boolean anyNull) {
        texts = null;
        hasNulls = anyNull;
        places = values;
        from = first;
        if (dictionary != named) {
            dictionary = named;
            wordSlots = null;
            coder = null;
        }
    }

    @Override
    boolean isGiven() {
        return texts != null || places != null;
    }

    @Override
    void clear() {
        texts = null;
        places = null;
    }

    /** Makes the rows as much longer as they will be by the texts that lie in them. */
    void measure(RowGrid rows) {
        if (texts != null) {
            measureTexts(rows);
        } else {
            measurePlaces(rows);
        }
    }

    private void measureTexts(RowGrid rows) {
        if (found.length < rows.rows()) {
            found = new long[rows.rows()];
        }
        memory.clear();
        for (int row = 0; row < rows.rows(); row++) {
            String text = texts[from + row];
            if (text == null) {
                found[row] = NULL;
            } else {
                long slot = memory.add(text);
                found[row] = slot;
                rows.lengthen(row, RowLayout.textLength(slot));
            }
        }
    }

    private void measurePlaces(RowGrid rows) {
        if (wordSlots == null) {
            encodeWords();
        }
        if (wordLength != 0 && !hasNulls) {
            rows.lengthenAll(wordLength);
            return;
        }
        for (int row = 0; row < rows.rows(); row++) {
            int place = places[from + row];
            if (place >= 0) {
                rows.lengthen(row, RowLayout.textLength(wordSlots[place]));
            }
        }
    }

    private void encodeWords() {
        words.clear();
        wordSlots = new long[dictionary.size()];
        for (int place = 0; place < wordSlots.length; place++) {
            wordSlots[place] = words.add(dictionary.text(place));
            int length = RowLayout.align(RowLayout.textLength(wordSlots[place]));
            wordLength = place == 0 || wordLength == length ? length : 0;
        }
    }

    @Override
    void store(RowGrid rows, int column) {
        if (texts != null) {
            storeTexts(rows, column);
        } else {
            storePlaces(rows, column);
        }
    }

    private void storeTexts(RowGrid rows, int column) {
        long source = memory.address();
        for (int row = 0; row < rows.rows(); row++) {
            store(rows, row, column, source, found[row]);
        }
    }

    private void storePlaces(RowGrid rows, int column) {
        long source = words.address();
        for (int row = 0; row < rows.rows(); row++) {
            int place = places[from + row];
            store(rows, row, column, source, place < 0 ? NULL : wordSlots[place]);
        }
    }

    private static void store(RowGrid rows, int row, int column, long source, long slot) {
        if (slot == NULL) {
            rows.putNull(row, column);
        } else {
            rows.putText(row, column, source + RowLayout.textOffset(slot), RowLayout.textLength(slot));
        }
    }

    /** Stores the codes of the texts. */
    void storeCodes(RowGrid rows, int column, SymbolTable symbols) {
        if (texts != null) {
            codeTexts(rows, column, symbols);
        } else {
            codePlaces(rows, column, symbols);
        }
    }

    private void codeTexts(RowGrid rows, int column, SymbolTable symbols) {
        int[] starts = rows.starts();
        long slots = rows.slots(column);
        for (int row = 0; row < rows.rows(); row++) {
            String text = texts[from + row];
            if (text == null) {
                rows.putNull(row, column);
            } else {
                UnsafeApi.putLong(slots + starts[row], symbols.code(text));
            }
        }
    }

    private void codePlaces(RowGrid rows, int column, SymbolTable symbols) {
        if (coder != symbols || sweeps != symbols.sweeps()) {
            forgetCodes(symbols);
        }
        int[] starts = rows.starts();
        long slots = rows.slots(column);
        for (int row = 0; row < rows.rows(); row++) {
            int place = places[from + row];
            if (place < 0) {
                rows.putNull(row, column);
            } else {
                int code = codes[place];
                UnsafeApi.putLong(slots + starts[row], code != UNKNOWN ? code : codeOf(place));
            }
        }
    }

    private int codeOf(int place) {
        int code = coder.code(dictionary.text(place));
        codes[place] = code;
        return code;
    }

    private void forgetCodes(SymbolTable symbols) {
        coder = symbols;
        sweeps = symbols.sweeps();
        codes = Arrays.copyOf(codes, dictionary.size());
        Arrays.fill(codes, UNKNOWN);
    }
}
