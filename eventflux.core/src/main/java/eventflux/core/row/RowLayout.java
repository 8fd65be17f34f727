package eventflux.core.row;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.BitSet;
import java.util.Objects;
import org.agrona.UnsafeApi;

/**
 * Where the parts of a row lie, counted from its first byte. A row is a multiple of eight bytes and contains all that
 * belongs to it, so it can be copied, kept, sent and written as it is.
 *
 * <pre>
 *   0        4        8               16                 16 + 8w            16 + 8w + 8n
 *  +--------+--------+---------------+------------------+------------------+-----------------------+
 *  | length | flags  | timestamp     | null bits        | slot 0 … slot n-1| texts, each padded     |
 *  | int    | int    | long          | w longs          | n longs          |                       |
 *  +--------+--------+---------------+------------------+------------------+-----------------------+
 *
 *  slot:  INT, LONG   the number, sign-extended      FLOAT, DOUBLE  its bits (of the own type)
 *         BOOL        0 or 1                         STRING         offset in the row &lt;&lt; 32 | bytes of UTF-8,
 *         OBJECT      as STRING, of the object's text              or, when coded, the symbol's code
 * </pre>
 *
 * <p>Each text begins at a multiple of eight and is padded with zeros, so that texts can be copied and compared by longs. All
 * numbers are in native byte order. A column is null when its bit is set; its slot is zero then.
 *
 * <p>A layout may {@linkplain #without leave columns out}: they keep their numbers and are null in every row, but have no slot.
 */
public final class RowLayout {

    /** Offset of the length of the row, an int. */
    public static final int LENGTH_OFFSET = 0;

    /** Offset of the flags, an int. */
    public static final int FLAGS_OFFSET = 4;

    /** Offset of the timestamp, a long. */
    public static final int TIMESTAMP_OFFSET = 8;

    /** Offset of the first word of null bits. */
    public static final int NULLS_OFFSET = 16;

    /** Flag of a row that left a window. */
    public static final int EXPIRED_FLAG = 1;

    /** Flag of a row whose sender left the time to the application. */
    public static final int UNTIMED_FLAG = 2;

    private static final int WORD = Long.BYTES;

    private final Schema schema;
    private final DataType[] types;
    private final BitSet coded;
    private final boolean[] isCoded;
    private final BitSet leftOut;
    // Of each column; null when they lie one after another.
    private final int[] slotOffsets;
    private final int slotsOffset;
    private final int fixedLength;

    /**
     * The layout of a schema.
     *
     * @param schema the columns
     * @param coded the STRING columns that hold codes of the application's symbol table
     */
    public RowLayout(Schema schema, BitSet coded) {
        this(schema, coded, new BitSet());
    }

    private RowLayout(Schema schema, BitSet coded, BitSet leftOut) {
        this.schema = Objects.requireNonNull(schema, "schema");
        this.coded = (BitSet) coded.clone();
        this.types = schema.columns().stream().map(Column::type).toArray(DataType[]::new);
        for (int column = coded.nextSetBit(0); column >= 0; column = coded.nextSetBit(column + 1)) {
            if (types[column] != DataType.STRING) {
                throw new IllegalArgumentException("coded column is no text: " + schema.column(column));
            }
        }
        this.isCoded = new boolean[types.length];
        coded.stream().forEach(column -> isCoded[column] = true);
        this.slotsOffset = NULLS_OFFSET + WORD * ((types.length + Long.SIZE - 1) / Long.SIZE);
        this.leftOut = leftOut;
        this.slotOffsets = leftOut.isEmpty() ? null : slotOffsets();
        this.fixedLength = slotsOffset + WORD * (types.length - leftOut.cardinality());
    }

    // What is read of a column that is left out is never used: its bit says that it is null.
    private int[] slotOffsets() {
        int[] offsets = new int[types.length];
        int next = slotsOffset;
        for (int column = 0; column < offsets.length; column++) {
            offsets[column] = leftOut.get(column) ? NULLS_OFFSET : next;
            next += leftOut.get(column) ? 0 : WORD;
        }
        return offsets;
    }

    /** A layout without coded columns. */
    public RowLayout(Schema schema) {
        this(schema, new BitSet());
    }

    /**
     * A layout of rows that have these columns no more, and no others that this one leaves out. Such rows are made by {@link
     * PrunedRows} only.
     */
    public RowLayout without(BitSet columns) {
        BitSet all = (BitSet) leftOut.clone();
        all.or(columns);
        return new RowLayout(schema, coded, all);
    }

    /** The layout that leaves no column out. */
    public RowLayout whole() {
        return isWhole() ? this : new RowLayout(schema, coded);
    }

    /** Whether no column is left out. */
    public boolean isWhole() {
        return slotOffsets == null;
    }

    /** Whether rows have a column. */
    public boolean has(int column) {
        return !leftOut.get(column);
    }

    /** The columns. */
    public Schema schema() {
        return schema;
    }

    /** The type of a column. */
    public DataType type(int column) {
        return types[column];
    }

    /** How many columns there are. */
    public int columns() {
        return types.length;
    }

    /** Whether a column holds a text, in the row or as a code: that of an object, too. */
    public boolean isText(int column) {
        return types[column].compareTo(DataType.STRING) >= 0;
    }

    /** Whether a STRING column holds codes. */
    public boolean isCoded(int column) {
        return isCoded[column];
    }

    /** Whether each column holds codes; not to be changed. */
    boolean[] isCoded() {
        return isCoded;
    }

    /** Whether any column holds codes. */
    public boolean hasCodes() {
        return !coded.isEmpty();
    }

    /** The coded columns; a copy. */
    public BitSet codedColumns() {
        return (BitSet) coded.clone();
    }

    /** Offset of a column's slot; of something else when the column is left out. */
    public int slotOffset(int column) {
        return slotOffsets == null ? slotsOffset + WORD * column : slotOffsets[column];
    }

    /** Offset of the first slot. */
    int slotsOffset() {
        return slotsOffset;
    }

    /** Offset of the word that holds a column's null bit. */
    public int nullOffset(int column) {
        return NULLS_OFFSET + WORD * (column / Long.SIZE);
    }

    /** The column's bit in that word. */
    public long nullMask(int column) {
        return 1L << (column % Long.SIZE);
    }

    /** Bytes of a row before its text. */
    public int fixedLength() {
        return fixedLength;
    }

    /** The slot of a text that lies in the row. */
    public static long textSlot(int offset, int length) {
        return (long) offset << Integer.SIZE | length;
    }

    /** Where a text begins, counted from the row's first byte. */
    public static int textOffset(long slot) {
        return (int) (slot >>> Integer.SIZE);
    }

    /** How many bytes of UTF-8 a text has. */
    public static int textLength(long slot) {
        return (int) slot;
    }

    /** The length of the row at an address. */
    public static int length(long row) {
        return UnsafeApi.getInt(row + LENGTH_OFFSET);
    }

    /** The length of the row at an address, which is the pitch where rows have one. */
    public static int length(long row, int pitch) {
        return pitch != 0 ? pitch : length(row);
    }

    /** The next multiple of eight. */
    public static int align(int length) {
        return length + WORD - 1 & -WORD;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowLayout that
                && schema.equals(that.schema)
                && coded.equals(that.coded)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + coded.hashCode();
    }

    @Override
    public String toString() {
        return schema + (coded.isEmpty() ? "" : " coded=" + coded) + (isWhole() ? "" : " without=" + leftOut);
    }
}
