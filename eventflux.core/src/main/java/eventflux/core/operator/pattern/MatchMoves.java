package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.pattern.PatternProgram.Limit;
import eventflux.core.operator.pattern.PatternProgram.Repeat;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;

/**
 * How partial matches come to be, take events, and move from step to step until they are complete. Acts on the matches of the
 * present key; used by the thread that owns the application.
 */
final class MatchMoves {

    private static final Repeat[] NO_REPEATS = {};
    // Leaves of a step in a number that is greater for later ones.
    private static final int LEAF_BITS = 6;

    private final PatternProgram program;
    private final PatternStep[] steps;
    private final Limit[] limits;
    // The repeats that end at each step, and all of them from the innermost.
    private final Repeat[][] repeatsByLast;
    private final Repeat[] repeats;
    private final boolean[] isRepeated;
    private final boolean[] isSpawning;
    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final MatchOutput output;
    private final MatchRows rows;
    private final StepMoves inside;
    private final SequencePlaces places;
    private final PresentEvent present = new PresentEvent();
    private final int last;

    /**
     * Moves of one pattern.
     *
     * @param program the pattern
     * @param memory its partial matches
     * @param symbols what codes mean
     * @param context for compiled code
     * @param output takes complete matches
     */
    MatchMoves(
            PatternProgram program, MatchMemory memory, SymbolTable symbols, EvalContext context, MatchOutput output) {
        this.program = program;
        this.steps = program.steps().toArray(PatternStep[]::new);
        this.limits = program.limits().toArray(Limit[]::new);
        this.repeats = program.repeats().stream()
                .sorted((one, other) -> Integer.compare(other.first(), one.first()))
                .toArray(Repeat[]::new);
        this.repeatsByLast = new Repeat[steps.length][];
        this.isRepeated = new boolean[steps.length];
        Arrays.fill(repeatsByLast, NO_REPEATS);
        for (Repeat repeat : repeats) {
            isRepeated[repeat.first()] = true;
            Repeat[] before = repeatsByLast[repeat.last()];
            repeatsByLast[repeat.last()] = Arrays.copyOf(before, before.length + 1);
            repeatsByLast[repeat.last()][before.length] = repeat;
        }
        this.memory = memory;
        this.blocks = memory.blocks();
        this.output = output;
        this.rows = new MatchRows(memory, symbols);
        this.inside = new StepMoves(program, memory, rows, context, present);
        this.places = new SequencePlaces(program, memory, present);
        this.last = steps.length - 1;
        this.isSpawning = new boolean[steps.length];
        for (int step = 0; step < last; step++) {
            isSpawning[step] = isSpawning(step);
        }
    }

    // One event fills the step, which repeats alone; no limit that began before has to be handed on.
    private boolean isSpawning(int step) {
        boolean repeatsAlone = repeatsByLast[step].length == 1 && repeatsByLast[step][0].first() == step;
        return repeatsAlone
                && steps[step].isOneEvent()
                && Arrays.stream(limits).noneMatch(limit -> limit.first() < step && limit.contains(step));
    }

    /** Takes complete matches. */
    @FunctionalInterface
    interface MatchOutput {

        /** A match, composed; its time is that of its last event. Does not throw. */
        void emit(RowView match);
    }

    /** Begins the next event, or alarm. */
    void nextEvent() {
        present.next();
    }

    /** What happens inside of steps. */
    StepMoves inside() {
        return inside;
    }

    /** The event that is being processed. */
    PresentEvent present() {
        return present;
    }

    /** Whether a match may take the present event for a leaf that it listens to, if the event fits. */
    boolean isOffered(long match, int step, int leaf) {
        boolean isNew = blocks.getLong(match, MatchLayout.ARRIVED) == present.number();
        return !isNew && !isBarred(match, ordinal(step, leaf)) && !inside.isFresh(match, step, leaf);
    }

    // Whether a match came with the present event in place of one that it ended at a leaf, or at an earlier one: it may
    // take that
    // event before the leaf only. Otherwise the event would end it as well, and the next, without end.
    private boolean isBarred(long match, int ordinal) {
        long advanced = blocks.getLong(match, MatchLayout.ADVANCED);
        boolean isOfNow = blocks.getLong(match, MatchLayout.ARRIVED) == present.number() - 1;
        return advanced < 0 && isOfNow && ordinal >= ~advanced;
    }

    /** The place of a leaf among those of all steps. */
    static int ordinal(int step, int leaf) {
        return step << LEAF_BITS | leaf;
    }

    /** The first partial match, without events, if the present key has not had it. */
    void seed(long time) {
        if (memory.isSeeded()) {
            return;
        }
        memory.seeded();
        // It is there before the event that is being processed.
        present.back();
        settle(rows.empty(time), 0);
        present.next();
    }

    /** An event becomes part of a match; answers where the match lies from now on. */
    long take(long match, int step, int number, RowView row) {
        long time = row.timestamp();
        PatternLeaf leaf = steps[step].leaves()[number];
        boolean isThere = place(match) == step;
        int collected = isThere ? collected(match, step, leaf) : 0;
        long ready = isThere ? inside.prepared(match, step, number) : match;
        long taken = rows.change(ready, leaf.capture(), row, collected, time);
        blocks.putLong(taken, MatchLayout.ADVANCED, present.number());
        if (steps[step].isSimple()) {
            memory.limit(taken, step, number, time);
        }
        return taken;
    }

    private int collected(long match, int step, PatternLeaf leaf) {
        return steps[step].isSimple() ? count(match) : inside.collected(match, leaf);
    }

    /** Whether a match that takes an event for a step may stay as it is, and another one go on: under {@code every}. */
    boolean isSpawning(long match, int step) {
        return isSpawning[step] && place(match) == step;
    }

    /** A match takes an event for a step that repeats alone: it stays, as one that has begun anew, and its copy goes on. */
    void spawn(long match, int step, PatternLeaf leaf, RowView row) {
        long time = row.timestamp();
        LeafChain chain = memory.leaf(step, 0);
        // What has begun anew waits behind the others.
        if (chain.next(match) != RowArena.NONE) {
            long hash = chain.hash(match);
            chain.remove(match);
            chain.append(match, hash);
        }
        blocks.putLong(match, MatchLayout.ARRIVED, present.number());
        blocks.putLong(match, MatchLayout.ADVANCED, 0);
        blocks.time(match, time);
        if (places.isTaken(step + 1)) {
            return;
        }
        long copy = rows.copy(match, leaf.capture(), row, 0, time);
        blocks.putLong(copy, MatchLayout.ADVANCED, present.number());
        for (int i = 0; i < limits.length; i++) {
            if (limits[i].contains(step) && limits[i].last() != step) {
                memory.limit(i).insert(copy, time + limits[i].millis());
            }
        }
        settle(copy, step + 1);
    }

    /**
     * A match that listened ahead goes on from a later step because of the present event; what it had not filled before is left
     * out. What begins anew for that was there before the event, and may take it for what is left out.
     */
    void skipTo(long match, int step) {
        present.back();
        repeatSkipped(match, step, ~(long) ordinal(step, 0));
        present.next();
        moveOn(match, step);
    }

    /** The same because of the time. */
    void moveTo(long match, int step) {
        repeatSkipped(match, step, 0);
        moveOn(match, step);
    }

    private void repeatSkipped(long match, int step, long advanced) {
        for (int from = place(match); from < step; from++) {
            boolean isEmpty = from > place(match) || count(match) == 0;
            if (isEmpty) {
                repeat(match, from, advanced);
            }
        }
    }

    private void moveOn(long match, int step) {
        for (int from = place(match); from < step; from++) {
            memory.leave(match, from, memory.waiting(match, from));
            leaveLimits(match, from);
        }
        begin(match, step);
    }

    /** A step has taken one more event: another match may start, and this one goes on when it has enough. */
    void counted(long match, int step, PatternLeaf leaf) {
        int count = count(match) + 1;
        blocks.putInt(match, MatchLayout.COUNT, count);
        if (count == Math.max(1, leaf.min())) {
            repeat(match, step, 0);
        }
        if (count < leaf.min()) {
            return;
        }
        if (count < leaf.max()) {
            listenAhead(match);
        } else if (blocks.getInt(match, MatchLayout.TOP) > step) {
            moveTo(match, step + 1);
            listenAhead(match);
        } else {
            advance(match, step);
        }
    }

    /** A step is complete: another match may start, and this one goes on. */
    void completed(long match, int step) {
        repeat(match, step, 0);
        advance(match, step);
    }

    private void advance(long match, int step) {
        if (step == last) {
            finish(match);
            return;
        }
        memory.leave(match);
        leaveLimits(match, step);
        if (places.isTaken(step + 1)) {
            memory.free(match);
            return;
        }
        settle(match, step + 1);
    }

    // What a limit bounds is through when its last step is.
    private void leaveLimits(long match, int step) {
        for (int i = 0; i < limits.length; i++) {
            if (limits[i].last() == step) {
                memory.limit(i).remove(match);
            }
        }
    }

    private void finish(long match) {
        output.emit(rows.of(match));
        end(match);
    }

    /** Puts a match that is in no chain of steps to a step. */
    private void settle(long match, int step) {
        blocks.putInt(match, MatchLayout.TOP, step);
        begin(match, step);
        listen(match, step);
        listenAhead(match);
    }

    private void begin(long match, int step) {
        blocks.putInt(match, MatchLayout.PLACE, step);
        blocks.putInt(match, MatchLayout.COUNT, 0);
        inside.begin(match, step);
    }

    private void listen(long match, int step) {
        blocks.putLong(match, MatchLayout.ARRIVED, present.number());
        inside.listen(match, step);
    }

    // What a match need not fill any more, or not at all, it may pass.
    private void listenAhead(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        while (top == place(match) ? steps[top].isPassable(count(match)) : steps[top].isOptional()) {
            if (top == last) {
                finishEarly(match);
                return;
            }
            top++;
            blocks.putInt(match, MatchLayout.TOP, top);
            listen(match, top);
        }
    }

    // The last steps need no events: what ends with them is complete. A repeat that needs none at all would never stop.
    private void finishEarly(long match) {
        for (int from = place(match); from <= last; from++) {
            for (Repeat repeat : repeatsByLast[from]) {
                if ((from > place(match) || count(match) == 0) && needsEvents(repeat)) {
                    startAnew(match, repeat, blocks.time(match), 0);
                }
            }
        }
        finish(match);
    }

    private boolean needsEvents(Repeat repeat) {
        for (int step = repeat.first(); step <= repeat.last(); step++) {
            if (!steps[step].isOptional()) {
                return true;
            }
        }
        return false;
    }

    /** Starts anew what ends at a step. */
    private void repeat(long match, int step, long advanced) {
        for (Repeat repeat : repeatsByLast[step]) {
            startAnew(match, repeat, blocks.time(match), advanced);
        }
    }

    /**
     * Another partial match at the beginning of a repeat from a time on, with what was captured before it.
     *
     * @param advanced as the {@link MatchLayout} has it
     */
    void startAnew(long match, Repeat repeat, long time, long advanced) {
        long copy = rows.copy(match, repeat.forget(), time);
        blocks.putLong(copy, MatchLayout.ADVANCED, advanced);
        for (int i = 0; i < limits.length; i++) {
            DeadlineChain chain = memory.limit(i);
            if (limits[i].first() < repeat.first() && limits[i].contains(repeat.first()) && chain.contains(match)) {
                chain.insertAfter(match, copy, chain.deadline(match));
            }
        }
        settle(copy, repeat.first());
    }

    /** Whether a repeat begins at a step. */
    boolean isRepeated(int step) {
        return isRepeated[step];
    }

    /** Ends a match. */
    void end(long match) {
        memory.leave(match);
        memory.free(match);
    }

    /** The step that a match fills. */
    int place(long match) {
        return blocks.getInt(match, MatchLayout.PLACE);
    }

    /** How many events its step has taken, if that has one leaf. */
    int count(long match) {
        return blocks.getInt(match, MatchLayout.COUNT);
    }
}
