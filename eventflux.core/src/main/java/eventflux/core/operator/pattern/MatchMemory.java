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
import java.util.BitSet;

/**
 * The partial matches of the present key, and the chains that they are in.
 *
 * <pre>
 *   record:  seeded | chains of the steps, 3 each | chains of the limits, 2 each | chains of the absences, 2 each
 * </pre>
 */
final class MatchMemory implements StateComponent {

    private static final int SEEDED = 0;

    private final MatchBlocks blocks;
    private final PatternProgram program;
    private final RecordCells cells;
    private final StepChain[] steps;
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
        int stepCount = program.steps().size();
        int limitCount = program.limits().size();
        MatchLayout layout = new MatchLayout(row, program.reach(), limitCount + program.mostAbsences());
        this.blocks = new MatchBlocks(arena, layout);
        this.cursor = new RowView(row, symbols);
        this.saved = new SavedRows(row, symbols);
        this.steps = new StepChain[stepCount];
        this.limits = new DeadlineChain[limitCount];
        this.absences = new DeadlineChain[program.absences()];
        int limitCells = 1 + stepCount * StepChain.CELLS;
        int absenceCells = limitCells + limitCount * DeadlineChain.CELLS;
        this.cells = state.cells(absenceCells + absences.length * DeadlineChain.CELLS);
        for (int i = 0; i < stepCount; i++) {
            boolean indexed = program.steps().get(i).isIndexed();
            steps[i] = new StepChain(blocks, layout.stepLink(i), indexed, cells, 1 + i * StepChain.CELLS);
        }
        for (int i = 0; i < limitCount; i++) {
            limits[i] = new DeadlineChain(blocks, layout.deadlineLink(i), cells, limitCells + i * DeadlineChain.CELLS);
        }
        makeAbsences(layout, absenceCells);
        state.add(this);
    }

    private void makeAbsences(MatchLayout layout, int firstCell) {
        for (PatternStep step : program.steps()) {
            int link = program.limits().size();
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

    StepChain step(int step) {
        return steps[step];
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
        if (steps[0].size() != 1 || !areEmpty(limits) || !areEmpty(absences)) {
            return false;
        }
        long first = steps[0].firstOf(0);
        int top = first == RowArena.NONE ? 0 : blocks.getInt(first, MatchLayout.TOP);
        for (int step = 1; step < steps.length; step++) {
            if (steps[step].size() != (step <= top ? 1 : 0)) {
                return false;
            }
        }
        return first != RowArena.NONE
                && blocks.getInt(first, MatchLayout.LOW) == 0
                && blocks.getInt(first, MatchLayout.COUNT) == 0
                && blocks.getInt(first, MatchLayout.DONE) == 0
                && blocks.getInt(first, MatchLayout.BROKEN) == 0;
    }

    private static boolean areEmpty(DeadlineChain[] chains) {
        for (DeadlineChain chain : chains) {
            if (chain.first() != RowArena.NONE) {
                return false;
            }
        }
        return true;
    }

    /** A match has moved to another block, which has the same links. */
    void moved(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        for (int step = blocks.getInt(match, MatchLayout.LOW); step <= top; step++) {
            steps[step].moved(match);
            for (PatternLeaf leaf : program.steps().get(step).leaves()) {
                if (leaf.absence().isTimed()) {
                    absences[leaf.absence().chain()].moved(match);
                }
            }
        }
        for (DeadlineChain limit : limits) {
            limit.moved(match);
        }
    }

    /** Takes a match out of the chain of a step and of those of its absences. */
    void leave(long match, int step) {
        steps[step].remove(match);
        for (PatternLeaf leaf : program.steps().get(step).leaves()) {
            if (leaf.absence().isTimed()) {
                absences[leaf.absence().chain()].remove(match);
            }
        }
    }

    /** Takes a match out of all chains of steps, not out of those of limits. */
    void leave(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        for (int step = blocks.getInt(match, MatchLayout.LOW); step <= top; step++) {
            leave(match, step);
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
        return "matches";
    }

    @Override
    public void initialize() {
        cells.set(SEEDED, 0);
        for (StepChain step : steps) {
            step.initialize();
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
            for (int chain = 0; chain < steps[step].chains(); chain++) {
                for (long match = steps[step].firstOf(chain); match != RowArena.NONE; ) {
                    long next = steps[step].next(match);
                    // It stands in all chains from low to top: the last of them gives it back.
                    if (blocks.getInt(match, MatchLayout.TOP) == step) {
                        blocks.release(match);
                    }
                    match = next;
                }
            }
            steps[step].release();
        }
        initialize();
    }

    @Override
    public void mark(BitSet symbols) {
        if (!cursor.layout().hasCodes()) {
            return;
        }
        for (int step = 0; step < steps.length; step++) {
            for (int chain = 0; chain < steps[step].chains(); chain++) {
                long match = steps[step].firstOf(chain);
                for (; match != RowArena.NONE; match = steps[step].next(match)) {
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
        for (StepChain step : steps) {
            out.writeInt(step.size());
            for (int chain = 0; chain < step.chains(); chain++) {
                for (long match = step.firstOf(chain); match != RowArena.NONE; match = step.next(match)) {
                    out.writeInt(number(match));
                    out.writeLong(step.hash(match));
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
            for (int chain = 0; chain < steps[step].chains(); chain++) {
                long match = steps[step].firstOf(chain);
                for (; match != RowArena.NONE; match = steps[step].next(match)) {
                    if (blocks.getInt(match, MatchLayout.LOW) == step) {
                        blocks.putLong(match, MatchLayout.ARRIVED, - ++count);
                        saveMatch(match, out);
                    }
                }
            }
        }
        out.writeInt(-1);
    }

    private void saveMatch(long match, SnapshotWriter out) {
        for (int field = MatchLayout.PLACE; field <= MatchLayout.BROKEN; field += Integer.BYTES) {
            out.writeInt(blocks.getInt(match, field));
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
        for (StepChain step : steps) {
            int count = in.readCount(Integer.BYTES + Long.BYTES);
            for (int i = 0; i < count; i++) {
                long match = match(matches, in.readInt());
                step.append(match, in.readLong());
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
                matches = java.util.Arrays.copyOf(matches, count * 2);
            }
            matches[count++] = restoreMatch(place, in);
        }
        return java.util.Arrays.copyOf(matches, count);
    }

    private long restoreMatch(int place, SnapshotReader in) {
        int[] fields = {place, in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()};
        saved.read(in);
        long match = blocks.allocate(saved.buffer(), saved.offset(), saved.length());
        for (int i = 0; i < fields.length; i++) {
            blocks.putInt(match, MatchLayout.PLACE + i * Integer.BYTES, fields[i]);
        }
        blocks.putLong(match, MatchLayout.ARRIVED, 0);
        blocks.putLong(match, MatchLayout.ADVANCED, 0);
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
