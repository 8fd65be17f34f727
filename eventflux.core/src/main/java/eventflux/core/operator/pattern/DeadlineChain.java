package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.state.RecordCells;

/**
 * Partial matches in the order of a deadline: those that a limit ends, or that an absence completes. Deadlines nearly always
 * come in order, so a new one is put in from the end. Acts on the record of the present key.
 */
final class DeadlineChain {

    /** The key of a link that is in no chain. */
    static final long NONE = Long.MAX_VALUE;

    /** Cells that a chain needs. */
    static final int CELLS = 2;

    private final MatchBlocks blocks;
    private final int link;
    private final RecordCells cells;
    private final int head;
    private final int tail;

    DeadlineChain(MatchBlocks blocks, int link, RecordCells cells, int firstCell) {
        this.blocks = blocks;
        this.link = link;
        this.cells = cells;
        this.head = firstCell;
        this.tail = firstCell + 1;
    }

    void initialize() {
        cells.set(head, RowArena.NONE);
        cells.set(tail, RowArena.NONE);
    }

    long first() {
        return cells.get(head);
    }

    long next(long match) {
        return blocks.getLong(match, link + MatchLayout.NEXT);
    }

    /** When the first one is due; {@link #NONE} when there is none. */
    long firstDeadline() {
        long first = first();
        return first == RowArena.NONE ? NONE : deadline(first);
    }

    long deadline(long match) {
        return blocks.getLong(match, link + MatchLayout.KEY);
    }

    boolean contains(long match) {
        return deadline(match) != NONE;
    }

    void insert(long match, long deadline) {
        long before = cells.get(tail);
        while (before != RowArena.NONE && deadline(before) > deadline) {
            before = blocks.getLong(before, link + MatchLayout.PREVIOUS);
        }
        insertAfter(before, match, deadline);
    }

    /** Puts a match behind another one, or with no other one first. */
    void insertAfter(long before, long match, long deadline) {
        long after = before == RowArena.NONE ? cells.get(head) : next(before);
        blocks.putLong(match, link + MatchLayout.PREVIOUS, before);
        blocks.putLong(match, link + MatchLayout.NEXT, after);
        blocks.putLong(match, link + MatchLayout.KEY, deadline);
        setNext(before, match);
        setPrevious(after, match);
    }

    /** Takes a match out, if it is in. */
    void remove(long match) {
        if (!contains(match)) {
            return;
        }
        long before = blocks.getLong(match, link + MatchLayout.PREVIOUS);
        long after = next(match);
        setNext(before, after);
        setPrevious(after, before);
        blocks.putLong(match, link + MatchLayout.KEY, NONE);
    }

    /** A match has moved to another block, which has the same links. */
    void moved(long match) {
        if (contains(match)) {
            setNext(blocks.getLong(match, link + MatchLayout.PREVIOUS), match);
            setPrevious(next(match), match);
        }
    }

    private void setNext(long match, long next) {
        if (match == RowArena.NONE) {
            cells.set(head, next);
        } else {
            blocks.putLong(match, link + MatchLayout.NEXT, next);
        }
    }

    private void setPrevious(long match, long previous) {
        if (match == RowArena.NONE) {
            cells.set(tail, previous);
        } else {
            blocks.putLong(match, link + MatchLayout.PREVIOUS, previous);
        }
    }
}
