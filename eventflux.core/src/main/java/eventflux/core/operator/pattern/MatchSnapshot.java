package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How the partial matches of the present key are written into a snapshot and read from one: each once and numbered, behind them the
 * chains as numbers. Used by the thread that owns the application.
 */
final class MatchSnapshot {

    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final List<PatternStep> steps;
    private final boolean hasSeveralLeaves;
    private final RowView cursor;
    private final SavedRows saved;

    /**
     * The way of a memory into snapshots.
     *
     * @param memory with the chains
     * @param program the pattern
     * @param row of the composed rows
     * @param symbols what its codes mean
     */
    MatchSnapshot(MatchMemory memory, PatternProgram program, RowLayout row, SymbolTable symbols) {
        this.memory = memory;
        this.blocks = memory.blocks();
        this.steps = program.steps();
        this.hasSeveralLeaves = program.hasSeveralLeaves();
        this.cursor = new RowView(row, symbols);
        this.saved = new SavedRows(row, symbols);
    }

    /** Marks the symbols in the rows of all matches. */
    void mark(BitSet symbols) {
        if (!cursor.layout().hasCodes()) {
            return;
        }
        for (LeafChain chain : memory.leaves()) {
            for (int i = 0; i < chain.chains(); i++) {
                for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                    SavedRows.mark(blocks.row(match, cursor), symbols);
                }
            }
        }
    }

    /** The columns that lie as codes. */
    BitSet coded() {
        return saved.coded();
    }

    /** Says which columns lay as codes where the snapshot was taken that is read next. */
    void savedWith(BitSet coded) {
        saved.savedWith(coded);
    }

    /** Writes the matches and the chains. */
    void save(SnapshotWriter out) {
        saveMatches(out);
        for (LeafChain chain : memory.leaves()) {
            out.writeInt(chain.size());
            for (int i = 0; i < chain.chains(); i++) {
                for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                    out.writeInt(number(match));
                    out.writeLong(chain.hash(match));
                }
            }
        }
        for (DeadlineChain limit : memory.limits()) {
            save(limit, out);
        }
        for (DeadlineChain absence : memory.absences()) {
            save(absence, out);
        }
    }

    // Gives each match a number, which stands where the number of an event does: none is being processed.
    private void saveMatches(SnapshotWriter out) {
        int count = 0;
        for (int step = 0; step < steps.size(); step++) {
            for (int leaf = 0; leaf < steps.get(step).leaves().length; leaf++) {
                LeafChain chain = memory.leaf(step, leaf);
                for (int i = 0; i < chain.chains(); i++) {
                    for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                        if (memory.isFirst(match, step, leaf)) {
                            blocks.putLong(match, MatchLayout.ARRIVED, - ++count);
                            saveMatch(match, out);
                        }
                    }
                }
            }
        }
        out.writeInt(-1);
    }

    private void saveMatch(long match, SnapshotWriter out) {
        out.writeInt(blocks.getInt(match, MatchLayout.PLACE));
        out.writeInt(blocks.getInt(match, MatchLayout.TOP));
        out.writeInt(blocks.getInt(match, MatchLayout.COUNT));
        if (hasSeveralLeaves) {
            for (int field = MatchLayout.DONE; field <= MatchLayout.WAITING; field += Long.BYTES) {
                out.writeLong(blocks.getLong(match, field));
            }
            for (int counter = 0; counter < blocks.layout().counters(); counter++) {
                out.writeInt(blocks.getInt(match, blocks.layout().counter(counter)));
            }
        }
        blocks.row(match, cursor);
        out.writeBytes(cursor.address(), cursor.length());
    }

    private int number(long match) {
        return (int) -blocks.getLong(match, MatchLayout.ARRIVED) - 1;
    }

    private void save(DeadlineChain chain, SnapshotWriter out) {
        int count = 0;
        for (long match = chain.first(); match != RowArena.NONE; match = chain.next(match)) {
            count++;
        }
        out.writeInt(count);
        for (long match = chain.first(); match != RowArena.NONE; match = chain.next(match)) {
            out.writeInt(number(match));
            out.writeLong(chain.deadline(match));
        }
    }

    /** Reads matches and chains into a memory that has none. */
    void restore(SnapshotReader in) {
        long[] matches = restoreMatches(in);
        for (LeafChain chain : memory.leaves()) {
            int count = in.readCount(Integer.BYTES + Long.BYTES);
            for (int i = 0; i < count; i++) {
                long match = match(matches, in.readInt());
                chain.append(match, in.readLong());
            }
        }
        for (DeadlineChain limit : memory.limits()) {
            restore(limit, matches, in);
        }
        for (DeadlineChain absence : memory.absences()) {
            restore(absence, matches, in);
        }
    }

    private long[] restoreMatches(SnapshotReader in) {
        long[] matches = new long[16];
        int count = 0;
        for (int place = in.readInt(); place >= 0; place = in.readInt()) {
            if (count == matches.length) {
                matches = Arrays.copyOf(matches, count * 2);
            }
            matches[count++] = restoreMatch(place, in);
        }
        return Arrays.copyOf(matches, count);
    }

    private long restoreMatch(int place, SnapshotReader in) {
        int top = in.readInt();
        int count = in.readInt();
        long[] inside = new long[hasSeveralLeaves ? (MatchLayout.WAITING - MatchLayout.DONE) / Long.BYTES + 1 : 0];
        Arrays.setAll(inside, field -> in.readLong());
        int[] counters = new int[hasSeveralLeaves ? blocks.layout().counters() : 0];
        Arrays.setAll(counters, counter -> in.readInt());
        saved.read(in);
        long match = blocks.allocate(saved.address(), saved.length());
        blocks.putInt(match, MatchLayout.PLACE, place);
        blocks.putInt(match, MatchLayout.TOP, top);
        blocks.putInt(match, MatchLayout.COUNT, count);
        for (int field = 0; field < inside.length; field++) {
            blocks.putLong(match, MatchLayout.DONE + field * Long.BYTES, inside[field]);
        }
        for (int counter = 0; counter < counters.length; counter++) {
            blocks.putInt(match, blocks.layout().counter(counter), counters[counter]);
        }
        return match;
    }

    private static void restore(DeadlineChain chain, long[] matches, SnapshotReader in) {
        int count = in.readCount(Integer.BYTES + Long.BYTES);
        for (int i = 0; i < count; i++) {
            long match = match(matches, in.readInt());
            chain.insert(match, in.readLong());
        }
    }

    private static long match(long[] matches, int number) {
        if (number < 0 || number >= matches.length) {
            throw new SnapshotMismatch("partial match", number, "below " + matches.length);
        }
        return matches[number];
    }
}
