package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordCells;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateComponent;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The partial matches of the present key, and the chains that they are in.
 *
 * <pre>
 *   record:  seeded | chains of the leaves, 3 each | chains of the limits, 2 each | chains of the absences, 2 each
 * </pre>
 */
final class MatchMemory implements StateComponent {

    private static final int SEEDED = 0;

    private final MatchBlocks blocks;
    private final PatternProgram program;
    private final PatternStep[] steps;
    private final RecordCells cells;
    // By step and leaf, and all of them.
    private final LeafChain[][] leaves;
    private final LeafChain[] chains;
    private final PatternProgram.Limit[] bounds;
    private final DeadlineChain[] limits;
    private final DeadlineChain[] absences;
    private final RowView cursor;
    private final SavedRows saved;

    /**
     * Memory whose cells are asked for in {@code state}.
     *
     * @param program the pattern
     * @param state hands out cells
     * @param arena where the matches lie
     * @param row of the composed rows
     * @param symbols what its codes mean
     */
    MatchMemory(PatternProgram program, OperatorState state, RowArena arena, RowLayout row, SymbolTable symbols) {
        this.program = program;
        this.steps = program.steps().toArray(PatternStep[]::new);
        int limitCount = program.limits().size();
        MatchLayout layout = new MatchLayout(row, program);
        this.blocks = new MatchBlocks(arena, layout);
        this.cursor = new RowView(row, symbols);
        this.saved = new SavedRows(row, symbols);
        this.leaves = new LeafChain[steps.length][];
        this.bounds = program.limits().toArray(PatternProgram.Limit[]::new);
        this.limits = new DeadlineChain[limitCount];
        this.absences = new DeadlineChain[program.absences()];
        int leafCount =
                Arrays.stream(steps).mapToInt(step -> step.leaves().length).sum();
        int limitCells = 1 + leafCount * LeafChain.CELLS;
        int absenceCells = limitCells + limitCount * DeadlineChain.CELLS;
        this.cells = state.cells(absenceCells + absences.length * DeadlineChain.CELLS);
        makeLeaves(layout);
        this.chains = Arrays.stream(leaves).flatMap(Arrays::stream).toArray(LeafChain[]::new);
        for (int i = 0; i < limitCount; i++) {
            limits[i] = new DeadlineChain(blocks, layout.deadlineLink(i), cells, limitCells + i * DeadlineChain.CELLS);
        }
        makeAbsences(layout, absenceCells);
        state.add(this);
    }

    private void makeLeaves(MatchLayout layout) {
        int cell = 1;
        for (int step = 0; step < steps.length; step++) {
            leaves[step] = new LeafChain[steps[step].leaves().length];
            for (int leaf = 0; leaf < leaves[step].length; leaf++) {
                boolean indexed = steps[step].isIndexed(leaf);
                leaves[step][leaf] = new LeafChain(blocks, layout.leafLink(step, leaf), indexed, cells, cell);
                cell += LeafChain.CELLS;
            }
        }
    }

    private void makeAbsences(MatchLayout layout, int firstCell) {
        for (PatternStep step : steps) {
            int link = limits.length;
            for (PatternLeaf leaf : step.leaves()) {
                if (leaf.absence().isTimed()) {
                    int chain = leaf.absence().chain();
                    absences[chain] = new DeadlineChain(
                            blocks, layout.deadlineLink(link++), cells, firstCell + chain * DeadlineChain.CELLS);
                }
            }
        }
    }

    MatchBlocks blocks() {
        return blocks;
    }

    LeafChain leaf(int step, int leaf) {
        return leaves[step][leaf];
    }

    DeadlineChain limit(int limit) {
        return limits[limit];
    }

    DeadlineChain absence(int chain) {
        return absences[chain];
    }

    boolean isSeeded() {
        return cells.get(SEEDED) != 0;
    }

    void seeded() {
        cells.set(SEEDED, 1);
    }

    /** Whether there is nothing but the first partial match, and that has no event. */
    boolean isNew() {
        if (!isSeeded()) {
            return true;
        }
        if (!areEmpty(limits) || !areEmpty(absences)) {
            return false;
        }
        long first = leaves[0][Long.numberOfTrailingZeros(steps[0].initial())].firstOf(0);
        return first != RowArena.NONE && hasNothing(first) && isAlone(first);
    }

    /** Whether a match has filled nothing of the first step. */
    boolean hasNothing(long match) {
        boolean isFresh = blocks.getInt(match, MatchLayout.PLACE) == 0 && blocks.getInt(match, MatchLayout.COUNT) == 0;
        return isFresh && (steps[0].isSimple() || blocks.getLong(match, MatchLayout.DONE) == 0 && !hasBegun(match));
    }

    private boolean hasBegun(long match) {
        return (blocks.getLong(match, MatchLayout.BEGUN) & steps[0].leafBits()) != 0;
    }

    private boolean isAlone(long first) {
        int top = blocks.getInt(first, MatchLayout.TOP);
        for (int step = 0; step < steps.length; step++) {
            long waiting = step <= top ? steps[step].initial() : 0;
            for (int leaf = 0; leaf < leaves[step].length; leaf++) {
                if (leaves[step][leaf].size() != (waiting >>> leaf & 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areEmpty(DeadlineChain[] chains) {
        for (DeadlineChain chain : chains) {
            if (chain.first() != RowArena.NONE) {
                return false;
            }
        }
        return true;
    }

    /** An event of a leaf is part of a match: limits around it count from then on, if they do not yet. */
    void limit(long match, int step, int leaf, long time) {
        for (int i = 0; i < limits.length; i++) {
            PatternProgram.Limit limit = bounds[i];
            if (limit.contains(step, leaf) && !limits[i].contains(match)) {
                limits[i].insert(match, time + limit.millis());
            }
        }
    }

    /** The leaves of a step that a match listens to, by bit. */
    long waiting(long match, int step) {
        boolean isInside = blocks.getInt(match, MatchLayout.PLACE) == step && !steps[step].isSimple();
        return isInside ? blocks.getLong(match, MatchLayout.WAITING) : steps[step].initial();
    }

    /** A match has moved to another block, which has the same links. */
    void moved(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        for (int step = blocks.getInt(match, MatchLayout.PLACE); step <= top; step++) {
            for (long rest = waiting(match, step); rest != 0; rest &= rest - 1) {
                int leaf = Long.numberOfTrailingZeros(rest);
                leaves[step][leaf].moved(match);
                PatternLeaf.Absence absence = steps[step].leaves()[leaf].absence();
                if (absence.isTimed()) {
                    absences[absence.chain()].moved(match);
                }
            }
        }
        for (DeadlineChain limit : limits) {
            limit.moved(match);
        }
    }

    /** Takes a match out of the chains of leaves of a step and of those of their absences. */
    void leave(long match, int step, long bits) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int leaf = Long.numberOfTrailingZeros(rest);
            leaves[step][leaf].remove(match);
            PatternLeaf.Absence absence = steps[step].leaves()[leaf].absence();
            if (absence.isTimed()) {
                absences[absence.chain()].remove(match);
            }
        }
    }

    /** Takes a match out of all chains of leaves, not out of those of limits. */
    void leave(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        for (int step = blocks.getInt(match, MatchLayout.PLACE); step <= top; step++) {
            leave(match, step, waiting(match, step));
        }
    }

    /** Gives up a match that is in no chain of steps. */
    void free(long match) {
        for (DeadlineChain limit : limits) {
            limit.remove(match);
        }
        blocks.release(match);
    }

    @Override
    public String name() {
        return "leaves";
    }

    @Override
    public void initialize() {
        cells.set(SEEDED, 0);
        for (LeafChain chain : chains) {
            chain.initialize();
        }
        for (DeadlineChain limit : limits) {
            limit.initialize();
        }
        for (DeadlineChain absence : absences) {
            absence.initialize();
        }
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void release() {
        for (int step = 0; step < steps.length; step++) {
            for (int leaf = 0; leaf < leaves[step].length; leaf++) {
                release(step, leaf);
            }
        }
        initialize();
    }

    // A match stands in several chains: the last of them gives it back.
    private void release(int step, int leaf) {
        LeafChain chain = leaves[step][leaf];
        for (int i = 0; i < chain.chains(); i++) {
            for (long match = chain.firstOf(i); match != RowArena.NONE; ) {
                long next = chain.next(match);
                boolean isLast = blocks.getInt(match, MatchLayout.TOP) == step
                        && Long.SIZE - 1 - Long.numberOfLeadingZeros(waiting(match, step)) == leaf;
                if (isLast) {
                    blocks.release(match);
                }
                match = next;
            }
        }
        chain.release();
    }

    @Override
    public void mark(BitSet symbols) {
        if (!cursor.layout().hasCodes()) {
            return;
        }
        for (LeafChain chain : chains) {
            for (int i = 0; i < chain.chains(); i++) {
                for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                    SavedRows.mark(blocks.row(match, cursor), symbols);
                }
            }
        }
    }

    @Override
    public BitSet coded() {
        return saved.coded();
    }

    @Override
    public void savedWith(BitSet coded) {
        saved.savedWith(coded);
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeLong(cells.get(SEEDED));
        saveMatches(out);
        for (LeafChain chain : chains) {
            out.writeInt(chain.size());
            for (int i = 0; i < chain.chains(); i++) {
                for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                    out.writeInt(number(match));
                    out.writeLong(chain.hash(match));
                }
            }
        }
        for (DeadlineChain limit : limits) {
            save(limit, out);
        }
        for (DeadlineChain absence : absences) {
            save(absence, out);
        }
    }

    // Gives each match a number, which stands where the number of an event does: none is being processed.
    private void saveMatches(SnapshotWriter out) {
        int count = 0;
        for (int step = 0; step < steps.length; step++) {
            for (int leaf = 0; leaf < leaves[step].length; leaf++) {
                LeafChain chain = leaves[step][leaf];
                for (int i = 0; i < chain.chains(); i++) {
                    for (long match = chain.firstOf(i); match != RowArena.NONE; match = chain.next(match)) {
                        if (isFirst(match, step, leaf)) {
                            blocks.putLong(match, MatchLayout.ARRIVED, - ++count);
                            saveMatch(match, out);
                        }
                    }
                }
            }
        }
        out.writeInt(-1);
    }

    /** Whether a leaf is the first of those that a match listens to. */
    boolean isFirst(long match, int step, int leaf) {
        return blocks.getInt(match, MatchLayout.PLACE) == step
                && Long.numberOfTrailingZeros(waiting(match, step)) == leaf;
    }

    private void saveMatch(long match, SnapshotWriter out) {
        out.writeInt(blocks.getInt(match, MatchLayout.PLACE));
        out.writeInt(blocks.getInt(match, MatchLayout.TOP));
        out.writeInt(blocks.getInt(match, MatchLayout.COUNT));
        if (program.hasSeveralLeaves()) {
            for (int field = MatchLayout.DONE; field <= MatchLayout.WAITING; field += Long.BYTES) {
                out.writeLong(blocks.getLong(match, field));
            }
            for (int counter = 0; counter < blocks.layout().counters(); counter++) {
                out.writeInt(blocks.getInt(match, blocks.layout().counter(counter)));
            }
        }
        blocks.row(match, cursor);
        out.writeBytes(cursor.buffer(), cursor.offset(), cursor.length());
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

    @Override
    public void restore(SnapshotReader in) {
        release();
        cells.set(SEEDED, in.readLong());
        long[] matches = restoreMatches(in);
        for (LeafChain chain : chains) {
            int count = in.readCount(Integer.BYTES + Long.BYTES);
            for (int i = 0; i < count; i++) {
                long match = match(matches, in.readInt());
                chain.append(match, in.readLong());
            }
        }
        for (DeadlineChain limit : limits) {
            restore(limit, matches, in);
        }
        for (DeadlineChain absence : absences) {
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
        boolean isInside = program.hasSeveralLeaves();
        long[] inside = new long[isInside ? (MatchLayout.WAITING - MatchLayout.DONE) / Long.BYTES + 1 : 0];
        Arrays.setAll(inside, field -> in.readLong());
        int[] counters = new int[isInside ? blocks.layout().counters() : 0];
        Arrays.setAll(counters, counter -> in.readInt());
        saved.read(in);
        long match = blocks.allocate(saved.buffer(), saved.offset(), saved.length());
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
