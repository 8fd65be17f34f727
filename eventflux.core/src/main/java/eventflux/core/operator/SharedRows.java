package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What stands behind a window that several queries share: remembers the rows that are in it, and shows what comes and goes to
 * each reader in turn. A reader that fails does not keep a row from the others. Used by the thread that owns the application.
 */
public final class SharedRows implements Stage {

    private final LiveRows rows;
    private final boolean inOrder;
    private final RowFailures failures;
    private final List<Reader> readers = new ArrayList<>(); // written while the application is compiled

    /**
     * The rows of a window.
     *
     * @param rows that are in it
     * @param inOrder whether they leave in the order in which they came
     * @param failures takes rows that a reader fails on
     */
    public SharedRows(LiveRows rows, boolean inOrder, RowFailures failures) {
        this.rows = rows;
        this.inOrder = inOrder;
        this.failures = failures;
    }

    /**
     * Who sees the rows.
     *
     * @param query its name
     * @param first its first stage
     * @param current whether it sees those that come
     * @param expired whether it sees those that leave
     */
    public record Reader(String query, Stage first, boolean current, boolean expired) {}

    /** Adds a reader, while the application is compiled. */
    public void add(Reader reader) {
        readers.add(reader);
    }

    /** The rows that are in the window now. */
    public LiveRows rows() {
        return rows;
    }

    @Override
    public void current(RowView row) {
        keep(row);
        tell(row, Reader::current, Stage::current);
    }

    @Override
    public void held(RowView row) {
        keep(row);
        tell(row, Reader::current, Stage::held);
    }

    @Override
    public void released(RowView row) {
        letGo(row);
        tell(row, Reader::current, Stage::released);
    }

    @Override
    public void forgotten(RowView row) {
        letGo(row);
        tell(row, reader -> true, Stage::forgotten);
    }

    @Override
    public void expired(RowView row) {
        letGo(row);
        tell(row, Reader::expired, Stage::expired);
    }

    private void keep(RowView row) {
        if (inOrder) {
            rows.append(row);
        } else {
            rows.appendByValues(row);
        }
    }

    private void letGo(RowView row) {
        if (inOrder) {
            rows.removeFirst();
        } else {
            rows.removeByValues(row);
        }
    }

    private void tell(RowView row, Predicate<Reader> whom, BiConsumer<Stage, RowView> what) {
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            if (whom.test(reader)) {
                try {
                    what.accept(reader.first(), row);
                } catch (RuntimeException | Error e) {
                    failures.rowFailed(reader.query(), row, e);
                }
            }
        }
    }

    @Override
    public void reset() {
        rows.clear();
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).first().reset();
        }
    }

    @Override
    public void endStep() {
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            try {
                reader.first().endStep();
            } catch (RuntimeException | Error e) {
                failures.failed(reader.query(), RowFailures.STEP, e);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("rows for all readers");
        readers.forEach(reader ->
                text.append("\nreader ").append(reader.query()).append('\n').append(reader.first()));
        return text.toString();
    }
}
