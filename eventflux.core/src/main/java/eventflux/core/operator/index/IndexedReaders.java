package eventflux.core.operator.index;

import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;
import java.util.List;

/**
 * Stands among the readers of a stream for many of them, and hands each row to those that it may concern, in their order. They
 * test it again: what is found is never too little, but may be too much. Used by the thread that owns the application.
 */
public final class IndexedReaders implements RunReceiver {

    private final RunReceiver[] readers;
    private final ColumnIndex[] indexes;
    private final ReaderMarks marks;
    private final RowRun single = new RowRun();

    /**
     * No readers yet.
     *
     * @param readers how many there will be
     * @param indexes each reader is in one of them, by its place
     */
    public IndexedReaders(int readers, List<ColumnIndex> indexes) {
        this.readers = new RunReceiver[readers];
        this.indexes = indexes.toArray(ColumnIndex[]::new);
        this.marks = new ReaderMarks(readers);
    }

    /** Puts a reader in its place; before the first row. */
    public void put(int place, RunReceiver reader) {
        readers[place] = reader;
    }

    @Override
    public void receive(RowRun run) {
        long at = run.begin();
        int pitch = run.pitch();
        while (at < run.end()) {
            int length = RowLayout.length(at, pitch);
            find(at);
            hand(single.wrap(at, length, 1));
            at += length;
        }
    }

    private void find(long row) {
        ColumnIndex[] all = indexes;
        for (int i = 0; i < all.length; i++) {
            all[i].find(row, marks);
        }
    }

    private void hand(RowRun row) {
        for (int reader = marks.take(); reader != ReaderMarks.NONE; reader = marks.take()) {
            readers[reader].receive(row);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(readers.length + " readers, found by\n");
        Arrays.stream(indexes).forEach(index -> text.append("  ").append(index).append('\n'));
        Arrays.stream(readers).forEach(reader -> text.append(reader.toString().indent(2)));
        return text.toString();
    }
}
