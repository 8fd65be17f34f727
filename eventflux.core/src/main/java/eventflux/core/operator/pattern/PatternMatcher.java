package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs a pattern: lets each event advance the partial matches of the present key that it fits, from the last step to the first, so
 * that no match takes an event twice, and hands complete ones to the selection. Used by the thread that owns the application.
 */
public final class PatternMatcher implements TimerTarget, EventMatcher, RecordHolder {

    private final PatternParts parts;
    private final PatternProgram program;
    private final PatternStep[] steps;
    private final boolean isSequence;
    private final RecordPart state;
    private final EvalContext context;
    private final AppClock clock;
    private final RowFailures failures;
    private final Stage next;
    private final MatchMemory memory;
    private final MatchMoves moves;
    private final StepMoves inside;
    private final MatchEnds ends;
    private final RowView match;
    private final Optional<MatchCompletion> completion;
    // The last one first: an event that completes a match does not begin another in its place before.
    private final Listener[] listeners;
    // Both written by the thread that owns the application.
    private boolean hasEmitted;
    private long latest = Long.MIN_VALUE;

    /**
     * A pattern before {@code next}.
     *
     * @param parts the pattern and what it remembers
     * @param context for compiled code
     * @param clock the application's
     * @param failures takes events whose conditions fail
     * @param next takes the composed rows of complete matches
     */
    public PatternMatcher(PatternParts parts, EvalContext context, AppClock clock, RowFailures failures, Stage next) {
        this.parts = parts;
        this.program = parts.program();
        this.steps = program.steps().toArray(PatternStep[]::new);
        this.isSequence = program.sequence();
        this.state = parts.record();
        this.context = context;
        this.clock = clock;
        this.failures = failures;
        this.next = next;
        this.memory = new MatchMemory(program, parts.state(), parts.arena(), parts.row(), parts.symbols());
        this.moves = new MatchMoves(program, memory, parts.symbols(), context, this::emit);
        this.inside = moves.inside();
        this.ends = new MatchEnds(program, memory, moves);
        this.match = new RowView(parts.row(), parts.symbols());
        this.completion =
                program.completion().map(capture -> new MatchCompletion(capture, parts.row(), parts.symbols()));
        this.listeners = listeners();
        parts.timer().target(this);
    }

    /** A leaf, and the matches that wait for an event of it. */
    private record Listener(int place, int number, PatternStep step, PatternLeaf leaf, LeafChain chain) {}

    private Listener[] listeners() {
        List<Listener> all = new ArrayList<>();
        for (int place = 0; place < steps.length; place++) {
            PatternLeaf[] leaves = steps[place].leaves();
            for (int number = 0; number < leaves.length; number++) {
                all.add(new Listener(place, number, steps[place], leaves[number], memory.leaf(place, number)));
            }
        }
        Collections.reverse(all);
        return all.toArray(Listener[]::new);
    }

    @Override
    public void receive(RowView event, int stream) {
        latest = Math.max(latest, event.timestamp());
        moves.nextEvent();
        moves.seed(event.timestamp());
        ends.expire(event.timestamp());
        for (Listener one : listeners) {
            if (one.leaf().stream() == stream && one.chain().size() > 0) {
                offer(event, one);
            }
            if (isSequence) {
                ends.dropUntouched(one.place(), one.number(), event.timestamp());
            }
        }
        endEvent();
    }

    @Override
    public boolean isEmpty() {
        ends.expire(latest);
        return memory.isNew();
    }

    private void endEvent() {
        remind();
        if (hasEmitted) {
            hasEmitted = false;
            try {
                next.endStep();
            } catch (RuntimeException | Error e) {
                failures.failed(state.id(), RowFailures.STEP, e);
            }
        }
    }

    // Offers the event to the matches that listen to a leaf and do not because of this very event.
    private void offer(RowView event, Listener listener) {
        int place = listener.place();
        int number = listener.number();
        PatternStep step = listener.step();
        PatternLeaf leaf = listener.leaf();
        if (step.isKeyNull(number, event, context) || !fits(leaf, event)) {
            return;
        }
        LeafChain chain = listener.chain();
        long hash = step.isIndexed(number) ? step.eventHash(number, event, context) : 0;
        boolean isTaken = false;
        for (long one = chain.first(hash); one != RowArena.NONE; ) {
            long following = chain.next(one);
            // In a sequence one match goes on at a place: what only listens ahead gives way to an older one.
            boolean givesWay = isTaken && isSequence && moves.place(one) < place;
            boolean isOffered = chain.hash(one) == hash && !givesWay && moves.isOffered(one, place, number);
            if (isOffered && fits(leaf, event, one) && !isPreferred(event, place, number, one)) {
                take(event, place, number, one);
                isTaken = !leaf.isAbsent();
            }
            one = following;
        }
    }

    // Whether the event fits an alternative that stands before a leaf.
    private boolean isPreferred(RowView event, int place, int number, long one) {
        PatternStep step = steps[place];
        long others = step.preferred(number) & memory.waiting(one, place);
        for (; others != 0; others &= others - 1) {
            int other = Long.numberOfTrailingZeros(others);
            PatternLeaf leaf = step.leaves()[other];
            boolean isOffered = leaf.stream() == step.leaves()[number].stream()
                    && moves.isOffered(one, place, other)
                    && !step.isKeyNull(other, event, context);
            if (isOffered && fits(leaf, event) && fits(leaf, event, one)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(PatternLeaf leaf, RowView event) {
        try {
            return leaf.own().test(event, context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), event, e);
            return false;
        }
    }

    private boolean fits(PatternLeaf leaf, RowView event, long one) {
        if (!leaf.isCross()) {
            return true;
        }
        try {
            return leaf.whole().test(event, memory.blocks().row(one, match), context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), event, e);
            return false;
        }
    }

    private void take(RowView event, int place, int number, long one) {
        PatternStep step = steps[place];
        PatternLeaf leaf = step.leaves()[number];
        if (leaf.isAbsent()) {
            skipTo(one, place);
            refuse(one, place, number, event.timestamp());
            return;
        }
        long taken;
        try {
            if (moves.isSpawning(one, place)) {
                moves.spawn(one, place, leaf, event);
                return;
            }
            taken = moves.take(one, place, number, event);
        } catch (RuntimeException | Error e) {
            // A sum over collected events does not fit, or an argument fails: the match stays as it was.
            failures.rowFailed(state.id(), event, e);
            return;
        }
        skipTo(taken, place);
        if (!step.isSimple()) {
            inside.took(taken, place, number, event.timestamp());
            proceed(inside.match(), place, number, event.timestamp());
        } else if (leaf.isCounted()) {
            moves.counted(taken, place, leaf);
        } else {
            moves.completed(taken, place);
        }
    }

    private void skipTo(long one, int place) {
        if (moves.place(one) < place) {
            moves.skipTo(one, place);
        }
    }

    // Goes on if the step is complete now.
    private void proceed(long one, int place, int number, long time) {
        int value = ends.value(one, place);
        if (value == MatchFormula.TRUE) {
            moves.completed(one, place);
        } else if (value == MatchFormula.FALSE && ends.valueWithoutUntimed(one, place) == MatchFormula.TRUE) {
            ends.giveWay(one, time);
        } else if (memory.waiting(one, place) == 0) {
            // What it still needs is over.
            ends.die(one, number, time);
        }
    }

    // An event has come that must not come.
    private void refuse(long one, int place, int number, long time) {
        PatternLeaf.Absence absence = steps[place].leaves()[number].absence();
        if (absence.isTimed()) {
            memory.absence(absence.chain()).remove(one);
            if (place == 0 && inside.isAtBeginning(one, place, number)) {
                // Nothing has come before: the silence begins again.
                inside.wait(one, absence, time);
                return;
            }
        }
        inside.broke(one, place, number, time);
        long broken = inside.match();
        boolean isOver = ends.value(broken, place) == MatchFormula.FALSE;
        boolean givesWay = moves.isRepeated(place)
                && ends.valueWithoutUntimed(broken, place) != MatchFormula.FALSE
                && memory.waiting(broken, place) != 0;
        if (isOver && !givesWay) {
            ends.die(broken, number, time);
        }
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (!parts.timer().isDue(deadline, key)) {
            return;
        }
        moves.nextEvent();
        ends.expire(clock.now());
        for (long one = nextSilence(); one != RowArena.NONE; one = nextSilence()) {
            // What follows is another event: a silence that ends may begin one that ends now too.
            moves.nextEvent();
        }
        endEvent();
    }

    // Lets the earliest absence that is due come true; answers the match, or nothing when none is.
    private long nextSilence() {
        int place = -1;
        int number = -1;
        long earliest = clock.now();
        for (int step = 0; step < steps.length; step++) {
            PatternLeaf[] leaves = steps[step].leaves();
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                if (leaves[leaf].absence().isTimed()) {
                    long due = memory.absence(leaves[leaf].absence().chain()).firstDeadline();
                    if (due < earliest || due == earliest && place < 0) {
                        earliest = due;
                        place = step;
                        number = leaf;
                    }
                }
            }
        }
        return place < 0 ? RowArena.NONE : silent(place, number);
    }

    private long silent(int place, int number) {
        DeadlineChain chain =
                memory.absence(steps[place].leaves()[number].absence().chain());
        long one = chain.first();
        long due = chain.deadline(one);
        chain.remove(one);
        memory.blocks().time(one, due);
        if (moves.place(one) < place) {
            moves.moveTo(one, place);
        }
        inside.silent(one, place, number, due);
        proceed(inside.match(), place, number, due);
        return one;
    }

    private void remind() {
        if (program.absences() == 0) {
            return;
        }
        long first = DeadlineChain.NONE;
        for (int i = 0; i < program.absences(); i++) {
            first = Math.min(first, memory.absence(i).firstDeadline());
        }
        if (first == DeadlineChain.NONE) {
            parts.timer().cancel();
        } else {
            parts.timer().schedule(first);
        }
    }

    private void emit(RowView row) {
        hasEmitted = true;
        try {
            next.current(completion.isPresent() ? completion.get().of(row, 0) : row);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
        }
    }

    @Override
    public int order() {
        return parts.order();
    }

    @Override
    public RecordPart record() {
        return state;
    }

    /** A silence at the beginning counts from now on. */
    @Override
    public void begin(long now) {
        moves.nextEvent();
        state.forEachRecord(() -> {
            moves.seed(now);
            remind();
        });
    }

    @Override
    public void restore(SnapshotReader in) {
        RecordHolder.super.restore(in);
        state.forEachRecord(parts.timer()::requeue);
    }

    @Override
    public String toString() {
        return "match " + program.steps().size() + " steps, state " + id() + "\n" + next;
    }
}
