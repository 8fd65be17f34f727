package eventflux.core.row;

import java.util.stream.IntStream;
import org.agrona.UnsafeApi;

/**
 * Copies of rows without the columns that a layout leaves out, until they are cleared. Used by the thread that owns the application.
 */
public final class PrunedRows {

    private final RowLayout layout;
    private final RowBatch batch;
    private final RowView view;
    private final int slotsOffset;
    private final int fixedLength;
    // Where the slots of the columns lie in rows that have all of them, in order.
    private final int[] sources;
    // Where the slots of texts lie here and there.
    private final int[] texts;
    private final int[] textSources;
    // The bits of the columns that are left out, by word.
    private final long[] nulls;

    /**
     * No rows yet.
     *
     * @param layout theirs; the rows that they are copied from are {@linkplain RowLayout#whole whole}
     * @param symbols what the codes mean
     */
    public PrunedRows(RowLayout layout, SymbolTable symbols) {
        RowLayout whole = layout.whole();
        this.layout = layout;
        this.batch = new RowBatch(layout);
        this.view = new RowView(layout, symbols);
        this.slotsOffset = layout.slotsOffset();
        this.fixedLength = layout.fixedLength();
        this.sources = columns().map(whole::slotOffset).toArray();
        this.texts = textColumns().map(layout::slotOffset).toArray();
        this.textSources = textColumns().map(whole::slotOffset).toArray();
        this.nulls = new long[(slotsOffset - RowLayout.NULLS_OFFSET) / Long.BYTES];
        IntStream.range(0, layout.columns())
                .filter(column -> !layout.has(column))
                .forEach(column -> nulls[column / Long.SIZE] |= layout.nullMask(column));
    }

    private IntStream columns() {
        return IntStream.range(0, layout.columns()).filter(layout::has);
    }

    private IntStream textColumns() {
        return columns().filter(column -> layout.isText(column) && !layout.isCoded(column));
    }

    /** Copies a row, and shows the copy on the one cursor. */
    public RowView append(RowView row) {
        long source = row.address();
        // It gets no longer.
        batch.reserve(row.length());
        long target = batch.end();
        int flags = row.flags();
        if (flags != 0) {
            batch.noteFlags();
        }
        copySlots(source, target);
        int length = copyTexts(source, target);
        UnsafeApi.putInt(target + RowLayout.LENGTH_OFFSET, length);
        UnsafeApi.putInt(target + RowLayout.FLAGS_OFFSET, flags);
        UnsafeApi.putLong(target + RowLayout.TIMESTAMP_OFFSET, row.timestamp());
        batch.add(length);
        return view.wrap(target);
    }

    /** Forgets all rows. */
    public void clear() {
        batch.clear();
    }

    private void copySlots(long source, long target) {
        int at = RowLayout.NULLS_OFFSET;
        for (long leftOut : nulls) {
            UnsafeApi.putLong(target + at, UnsafeApi.getLong(source + at) | leftOut);
            at += Long.BYTES;
        }
        for (int slot : sources) {
            UnsafeApi.putLong(target + at, UnsafeApi.getLong(source + slot));
            at += Long.BYTES;
        }
    }

    // Answers where they end.
    private int copyTexts(long source, long target) {
        int end = fixedLength;
        for (int i = 0; i < texts.length; i++) {
            long slot = UnsafeApi.getLong(source + textSources[i]);
            // The slot of a null is 0, as that of an empty text of no place.
            if (slot != 0) {
                int length = RowLayout.textLength(slot);
                int padded = RowLayout.align(length);
                RowMemory.copy(source + RowLayout.textOffset(slot), target + end, padded);
                UnsafeApi.putLong(target + texts[i], RowLayout.textSlot(end, length));
                end += padded;
            }
        }
        return end;
    }

    @Override
    public String toString() {
        return layout.toString();
    }
}
