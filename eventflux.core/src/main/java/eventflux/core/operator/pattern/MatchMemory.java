package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordCells;
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
    private final PatternStep[] steps;
    private final RecordCells cells;
    // By step and leaf, and all of them.
    private final LeafChain[][] leaves;
    private final LeafChain[] chains;
    private final PatternProgram.Limit[] bounds;
    private final DeadlineChain[] limits;
    private final DeadlineChain[] absences;
    private final MatchSnapshot snapshot;

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
        this.steps = program.steps().toArray(PatternStep[]::new);
        int limitCount = program.limits().size();
        MatchLayout layout = new MatchLayout(row, program);
        this.blocks = new MatchBlocks(arena, layout);
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
        this.snapshot = new MatchSnapshot(this, program, row, symbols);
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

    /** The chains of all leaves of all steps, in their order. */
    LeafChain[] leaves() {
        return chains;
    }

    DeadlineChain[] limits() {
        return limits;
    }

    DeadlineChain[] absences() {
        return absences;
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

    /** Whether a leaf is the first of those that a match listens to. */
    boolean isFirst(long match, int step, int leaf) {
        return blocks.getInt(match, MatchLayout.PLACE) == step
                && Long.numberOfTrailingZeros(waiting(match, step)) == leaf;
    }

    @Override
    public void mark(BitSet symbols) {
        snapshot.mark(symbols);
    }

    @Override
    public BitSet coded() {
        return snapshot.coded();
    }

    @Override
    public void savedWith(BitSet coded) {
        snapshot.savedWith(coded);
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeLong(cells.get(SEEDED));
        snapshot.save(out);
    }

    @Override
    public void restore(SnapshotReader in) {
        release();
        cells.set(SEEDED, in.readLong());
        snapshot.restore(in);
    }
}
