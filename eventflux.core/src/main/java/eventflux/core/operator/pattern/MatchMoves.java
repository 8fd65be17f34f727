package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.pattern.PatternProgram.Limit;
import eventflux.core.operator.pattern.PatternProgram.Repeat;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;

/**
 * How partial matches come to be, move from step to step, start anew, and end. Acts on the matches of the present key; used by
 * the thread that owns the application.
 */
final class MatchMoves {

    private static final Repeat[] NO_REPEATS = {};

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
    private final EvalContext context;
    private final MatchOutput output;
    private final MatchRows rows;
    private final int last;
    // Written by the thread that owns the application: the event that is being processed.
    private long event = 1;

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
        this.context = context;
        this.output = output;
        this.rows = new MatchRows(memory, symbols);
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

    /**
     * Whether a match came with the present event in place of one that it ended at a step, or at an earlier one: it may take that
     * event before the step only. Otherwise the event would end it as well, and the next, without end.
     */
    boolean isBarred(long match, int step) {
        long advanced = blocks.getLong(match, MatchLayout.ADVANCED);
        boolean isOfNow = blocks.getLong(match, MatchLayout.ARRIVED) == event - 1;
        return advanced < 0 && isOfNow && step >= ~advanced;
    }

    /** Takes complete matches. */
    @FunctionalInterface
    interface MatchOutput {

        /** A match, composed; its time is that of its last event. Does not throw. */
        void emit(RowView match);
    }

    /** Begins the next event, or alarm. */
    void nextEvent() {
        event++;
    }

    /** Whether a match has come to where it is with the present event, which has nothing more to do with it then. */
    boolean isNew(long match) {
        return blocks.getLong(match, MatchLayout.ARRIVED) == event;
    }

    private boolean isAdvanced(long match) {
        return blocks.getLong(match, MatchLayout.ADVANCED) == event;
    }

    /** The first partial match, without events, if the present key has not had it. */
    void seed(long time) {
        if (memory.isSeeded()) {
            return;
        }
        memory.seeded();
        // It is there before the event that is being processed.
        event--;
        settle(rows.empty(time), 0);
        event++;
    }

    /** An event becomes part of a match; answers where the match lies from now on. */
    long take(long match, int step, PatternLeaf leaf, RowView row) {
        long time = row.timestamp();
        int collected = place(match) == step ? count(match) : 0;
        long present = rows.change(match, leaf.capture(), row, collected, time);
        blocks.putLong(present, MatchLayout.ADVANCED, event);
        for (int i = 0; i < limits.length; i++) {
            DeadlineChain chain = memory.limit(i);
            if (limits[i].contains(step) && !chain.contains(present)) {
                chain.insert(present, time + limits[i].millis());
            }
        }
        return present;
    }

    /** Whether a match that takes an event for a step may stay as it is, and another one go on: under {@code every}. */
    boolean isSpawning(long match, int step) {
        return isSpawning[step] && place(match) == step;
    }

    /** A match takes an event for a step that repeats alone: it stays, as one that has begun anew, and its copy goes on. */
    void spawn(long match, int step, PatternLeaf leaf, RowView row) {
        long time = row.timestamp();
        StepChain chain = memory.step(step);
        // What has begun anew waits behind the others.
        if (chain.next(match) != RowArena.NONE) {
            long hash = chain.hash(match);
            chain.remove(match);
            chain.append(match, hash);
        }
        blocks.putLong(match, MatchLayout.ARRIVED, event);
        blocks.putLong(match, MatchLayout.ADVANCED, 0);
        blocks.time(match, time);
        if (isTaken(step + 1)) {
            return;
        }
        long copy = rows.copy(match, leaf.capture(), row, 0, time);
        blocks.putLong(copy, MatchLayout.ADVANCED, event);
        for (int i = 0; i < limits.length; i++) {
            if (limits[i].contains(step) && limits[i].last() != step) {
                memory.limit(i).insert(copy, time + limits[i].millis());
            }
        }
        settle(copy, step + 1);
    }

    /** A match that listened ahead goes on from a later step; what it had not filled before is left out. */
    void moveTo(long match, int step) {
        for (int from = place(match); from < step; from++) {
            boolean isEmpty = from > place(match) || count(match) == 0;
            if (isEmpty) {
                repeat(match, from);
            }
        }
        for (int low = blocks.getInt(match, MatchLayout.LOW); low < step; low++) {
            memory.leave(match, low);
            leaveLimits(match, low);
        }
        begin(match, step);
    }

    /** A step has taken one more event: another match may start, and this one goes on when it has enough. */
    void counted(long match, int step, PatternLeaf leaf) {
        int count = count(match) + 1;
        blocks.putInt(match, MatchLayout.COUNT, count);
        if (count == Math.max(1, leaf.min())) {
            repeat(match, step);
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
        repeat(match, step);
        advance(match, step);
    }

    private void advance(long match, int step) {
        if (step == last) {
            finish(match);
            return;
        }
        memory.leave(match);
        leaveLimits(match, step);
        if (isTaken(step + 1)) {
            memory.free(match);
            return;
        }
        settle(match, step + 1);
    }

    // Of the partial matches that one event brings to one place of a sequence, the oldest stays.
    private boolean isTaken(int step) {
        return program.sequence() && memory.step(step).size() > 0;
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
        blocks.putInt(match, MatchLayout.LOW, step);
        blocks.putInt(match, MatchLayout.COUNT, 0);
        blocks.putInt(match, MatchLayout.DONE, 0);
        blocks.putInt(match, MatchLayout.BROKEN, 0);
    }

    private void listen(long match, int step) {
        blocks.putLong(match, MatchLayout.ARRIVED, event);
        long hash = steps[step].isIndexed() ? steps[step].matchHash(rows.of(match), context) : 0;
        memory.step(step).append(match, hash);
        for (PatternLeaf leaf : steps[step].leaves()) {
            if (leaf.absence().isTimed() && leaf.turn().hasBegun(0, 0)) {
                wait(match, leaf.absence(), blocks.time(match));
            }
        }
    }

    /** A leaf that collects among others of its step has taken one more event; answers whether it has enough. */
    boolean collected(long match, PatternLeaf leaf) {
        blocks.putInt(match, MatchLayout.COUNT, count(match) + 1);
        return leaf.collected(rows.of(match)) >= leaf.min();
    }

    /** A leaf of a step of several has happened: silences whose turn begins with it count from now on. */
    void happened(long match, int step, int number, long time) {
        int before = blocks.getInt(match, MatchLayout.DONE);
        int broken = blocks.getInt(match, MatchLayout.BROKEN);
        int done = before | 1 << number;
        blocks.putInt(match, MatchLayout.DONE, done);
        for (PatternLeaf leaf : steps[step].leaves()) {
            boolean begins = leaf.absence().isTimed()
                    && !leaf.turn().hasBegun(before, broken)
                    && leaf.turn().hasBegun(done, broken);
            if (begins) {
                wait(match, leaf.absence(), time);
            }
        }
    }

    /** Whether a match waits for a leaf of a step that it listens to. */
    boolean isItsTurn(long match, int step, int number) {
        PatternLeaf leaf = steps[step].leaves()[number];
        if (steps[step].isSimple() && leaf.turn() == PatternLeaf.Turn.ALWAYS) {
            return true;
        }
        boolean isAhead = place(match) < step;
        int done = isAhead ? 0 : blocks.getInt(match, MatchLayout.DONE);
        int broken = isAhead ? 0 : blocks.getInt(match, MatchLayout.BROKEN);
        boolean hasAll = !steps[step].isSimple() && hasAll(match, leaf, (done >>> number & 1) != 0);
        return !hasAll && (leaf.turn() == PatternLeaf.Turn.ALWAYS || leaf.turn().isNow(done, broken));
    }

    // Of a leaf among others the first events count, later ones are not its own.
    private boolean hasAll(long match, PatternLeaf leaf, boolean hasHappened) {
        return leaf.isCounted() ? leaf.collected(rows.of(match)) >= leaf.max() : hasHappened && !leaf.isAbsent();
    }

    /** Lets an absence count from a time on. */
    void wait(long match, PatternLeaf.Absence absence, long from) {
        memory.absence(absence.chain()).insert(match, from + absence.millis());
    }

    // What a match need not fill any more, or not at all, it may pass.
    private void listenAhead(long match) {
        int top = blocks.getInt(match, MatchLayout.TOP);
        while (top == place(match) ? steps[top].isPassable(count(match)) : steps[top].isOptional()) {
            if (top == last) {
                finishEarly(match);
                return;
            }
            if (isTaken(top + 1)) {
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
    private void repeat(long match, int step) {
        for (Repeat repeat : repeatsByLast[step]) {
            startAnew(match, repeat, blocks.time(match), 0);
        }
    }

    /**
     * Another partial match at the beginning of a repeat from a time on, with what was captured before it.
     *
     * @param advanced as the {@link MatchLayout} has it
     */
    private void startAnew(long match, Repeat repeat, long time, long advanced) {
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

    /** Ends matches whose time is over; at the limit itself it is not. */
    void expire(long time) {
        for (int i = 0; i < limits.length; i++) {
            DeadlineChain chain = memory.limit(i);
            while (chain.firstDeadline() < time) {
                long match = chain.first();
                if (blocks.getInt(match, MatchLayout.TOP) > limits[i].last()) {
                    // What is limited has all that it needs: it takes no more, and what follows goes on.
                    moveTo(match, limits[i].last() + 1);
                } else {
                    restart(match, limits[i].first(), steps.length, time);
                    end(match);
                }
            }
        }
    }

    /** Ends a match that cannot go on because of an event; what repeats around it starts anew. */
    void die(long match, long time) {
        restart(match, program.sequence() ? 0 : place(match), place(match), time);
        end(match);
    }

    /**
     * Starts anew the innermost repeat around a match that begins at a step or before it. Where that is before the step at which
     * the match ended, it may take the event that ended it.
     */
    private void restart(long match, int latest, int ended, long time) {
        int place = place(match);
        for (Repeat repeat : repeats) {
            boolean hasRepeated = repeat.last() == place && hasRepeated(match, place);
            if (repeat.first() <= latest && repeat.contains(place) && !hasRepeated) {
                boolean isOffered = repeat.first() < ended;
                event -= isOffered ? 1 : 0;
                startAnew(match, repeat, time, isOffered ? ~(long) ended : 0);
                event += isOffered ? 1 : 0;
                return;
            }
        }
    }

    // With so many events of a step that collects, another match has begun already.
    private boolean hasRepeated(long match, int step) {
        return steps[step].isSimple() && count(match) >= Math.max(1, steps[step].leaves()[0].min());
    }

    /** A match that only an untimed absence keeps from completing is over: it gives way to the next. */
    void giveWay(long match, long time) {
        int place = place(match);
        for (Repeat repeat : repeats) {
            if (repeat.first() == place) {
                startAnew(match, repeat, time, 0);
                break;
            }
        }
        end(match);
    }

    /** Whether a repeat begins at a step. */
    boolean isRepeated(int step) {
        return isRepeated[step];
    }

    private void end(long match) {
        memory.leave(match);
        memory.free(match);
    }

    /** In a sequence: the matches whose lowest step is this one and that did not take the event end. */
    void dropUntouched(int step, long time) {
        StepChain chain = memory.step(step);
        if (chain.size() == 0) {
            return;
        }
        boolean isTaken = false;
        for (long match = chain.firstOf(0); match != RowArena.NONE; ) {
            long next = chain.next(match);
            if (blocks.getInt(match, MatchLayout.LOW) == step) {
                isTaken |= keepOrDrop(match, step, isTaken, time);
            }
            match = next;
        }
    }

    // Of the matches that the event brought forward without leaving the step, the oldest stays. Answers whether this is
    // one.
    private boolean keepOrDrop(long match, int step, boolean isTaken, long time) {
        if (isAdvanced(match)) {
            if (isTaken) {
                end(match);
            }
            return true;
        }
        if (!isNew(match) && !isWaitingToStart(match, step)) {
            die(match, time);
        }
        return false;
    }

    // Where a repeat begins, or a silence, what has not begun is not broken by an event that does not fit.
    private boolean isWaitingToStart(long match, int step) {
        boolean isFresh = step == 0 && count(match) == 0 && blocks.getInt(match, MatchLayout.DONE) == 0;
        return isFresh && (isRepeated[0] || steps[0].isSilent());
    }

    int place(long match) {
        return blocks.getInt(match, MatchLayout.PLACE);
    }

    private int count(long match) {
        return blocks.getInt(match, MatchLayout.COUNT);
    }
}
