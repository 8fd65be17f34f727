package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** One row of each key, an entry that holds it: the last that came, or the first. */
final class UniqueRows implements KeptRows {

    private final EntryMap entries;
    private final RowQueue row;
    private final Choice choice;
    private final RowCopy copy;

    /** Which row of a key is kept. */
    enum Choice {
        FIRST,
        LAST
    }

    UniqueRows(WindowContext context, Choice choice) {
        this(context, choice, RowQueue::append);
    }

    UniqueRows(WindowContext context, Choice choice, RowCopy copy) {
        this.copy = copy;
        this.entries = context.state().entryMap("kept", Key.columns(context));
        this.row = entries.entry().rowQueue("row");
        this.choice = choice;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Row oldest() {
        return entries.selectFirst() ? row.first() : null;
    }

    @Override
    public void removeOldest() {
        if (entries.selectFirst()) {
            entries.remove();
        }
    }

    @Override
    public boolean makePlace(Row arriving, SlidingRelease release, WindowOutput out) {
        boolean isThere = entries.select(arriving);
        if (isThere) {
            release.depart(row.first(), out);
            entries.remove();
        }
        return isThere;
    }

    @Override
    public boolean add(Row arriving) {
        if (!entries.select(arriving)) {
            entries.add(arriving);
            copy.append(row, arriving);
            return true;
        }
        if (choice == Choice.LAST) {
            row.clear();
            copy.append(row, arriving);
            entries.moveToLast();
        }
        return false;
    }

    @Override
    public void tellAll(WindowOutput out) {
        for (boolean found = entries.selectFirst(); found; found = entries.selectNext()) {
            out.current(row.first());
        }
    }

    @Override
    public void moveTo(RowQueue target) {
        for (boolean found = entries.selectFirst(); found; found = entries.selectNext()) {
            target.appendAll(row);
        }
        entries.clear();
    }

    @Override
    public boolean replaces(Row earlier) {
        return entries.select(earlier);
    }

    @Override
    public void joinTo(RowQueue earlier) {
        for (int open = earlier.size(); open > 0; open--) {
            Row old = earlier.first();
            if (!replaces(old)) {
                earlier.append(old);
            }
            earlier.removeFirst();
        }
        moveTo(earlier);
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public boolean leavesInOrder() {
        return false;
    }
}
