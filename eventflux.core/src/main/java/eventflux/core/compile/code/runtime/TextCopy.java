package eventflux.core.compile.code.runtime;

import eventflux.api.text.TextPieces;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.SymbolTable;
import org.agrona.UnsafeApi;

/** Stores texts into the row that a builder has begun, coded where the column is. */
public final class TextCopy {

    private TextCopy() {}

    /** Stores a text that lies in another row, without decoding it. */
    public static void put(long row, long slot, RowBuilder out, int column) {
        out.putPaddedText(column, row + RowLayout.textOffset(slot), RowLayout.textLength(slot));
    }

    /**
     * Stores a text that lies in another row into memory that has room for it.
     *
     * @param target where the row begins that it becomes part of
     * @param column the offset of its slot there
     * @param end where the texts of that row end
     * @return where they end now
     */
    public static int place(long row, long slot, long target, int column, int end) {
        int length = RowLayout.textLength(slot);
        int padded = RowLayout.align(length);
        RowMemory.copy(row + RowLayout.textOffset(slot), target + end, padded);
        UnsafeApi.putLong(target + column, RowLayout.textSlot(end, length));
        return end + padded;
    }

    /** Stores the text of a symbol into a column that is not coded. */
    public static void put(SymbolTable symbols, int code, RowBuilder out, int column) {
        out.putSymbol(column, symbols, code);
    }

    /** Stores a text of UTF-8 bytes into a column that is not coded. */
    public static void put(byte[] text, RowBuilder out, int column) {
        out.putUtf8(column, text, 0, text.length);
    }

    /** Stores a text that is told in pieces into a column that is not coded. */
    public static void put(TextPieces text, RowBuilder out, int column) {
        out.putPieces(column, text);
    }

    /** Stores a text. */
    public static void put(String text, RowBuilder out, int column) {
        out.putText(column, text);
    }
}
