package eventflux.core.operator.match;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.TimerTarget;

/**
 * Finds the matches of a row pattern. Each row lets every way of every attempt go on or end, and begins an attempt of its own. An
 * attempt is decided when no way is left that would be preferred to its complete match; the earliest attempt that is decided
 * gives its match, and those that begin before the row from which the search goes on are given up. When the
 * time of an attempt is over, it ends without a further row. Used by the thread that owns the application.
 */
public final class RowMatcher implements RunReceiver, TimerTarget, RecordHolder {

    private final MatchParts parts;
    private final RowProgram program;
    private final RecordPart state;
    private final EvalContext context;
    private final RowFailures failures;
    private final Stage next;
    private final Ways ways;
    private final PreviousRows previous;
    private final RowView cursor;
    private final RowView nothing;
    private final RowBuilder builder;
    private final RowView candidate;
    private final RowView way;
    // Written by the thread that owns the application: the end of the new list, and the row that is processed.
    private long tail;
    private long number;
    private boolean hasEmitted;

    /**
     * A matcher before {@code next}.
     *
     * @param parts the pattern and what it remembers
     * @param context for compiled code
     * @param failures takes rows whose conditions fail
     * @param next takes the composed rows of matches
     */
    public RowMatcher(MatchParts parts, EvalContext context, RowFailures failures, Stage next) {
        this.parts = parts;
        this.program = parts.program();
        this.state = parts.record();
        this.context = context;
        this.failures = failures;
        this.next = next;
        this.ways = new Ways(parts.state(), parts.arena(), parts.row(), parts.symbols());
        this.previous = new PreviousRows(
                parts.event().columns(),
                parts.previous(),
                parts.state(),
                parts.arena(),
                parts.extended(),
                parts.symbols());
        this.cursor = new RowView(parts.event(), parts.symbols());
        this.builder = new RowBuilder(new RowBatch(parts.row()), parts.symbols());
        this.candidate = new RowView(parts.row(), parts.symbols());
        this.way = new RowView(parts.row(), parts.symbols());
        RowBatch empty = new RowBatch(parts.row());
        RowBuilder begun = new RowBuilder(empty, parts.symbols());
        begun.begin(0, 0);
        begun.putAllNull();
        begun.commit();
        this.nothing = new RowView(parts.row(), parts.symbols()).wrap(empty);
        parts.alarm().ifPresent(alarm -> alarm.timer().target(this));
    }

    @Override
    public void receive(RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            cursor.wrap(at);
            at += run.pitch() != 0 ? run.pitch() : cursor.length();
            receive(cursor);
        }
    }

    private void receive(RowView row) {
        if (!fitsFilter(row)) {
            return;
        }
        RowView event = parts.previous().isEmpty() ? row : previous.extend(row);
        number = ways.nextRow();
        long old = ways.head();
        ways.head(RowArena.NONE);
        tail = RowArena.NONE;
        goOn(old, event);
        begin(event);
        emit();
        endStep();
        setAlarm();
    }

    // The first way of all is that of the earliest attempt, and waits for a row.
    private void setAlarm() {
        if (parts.alarm().isEmpty()) {
            return;
        }
        long first = ways.head();
        if (first == RowArena.NONE) {
            parts.alarm().get().timer().cancel();
        } else {
            parts.alarm().get().timer().schedule(ways.get(first, Ways.BEGUN) + program.within() + 1);
        }
    }

    @Override
    public int order() {
        return parts.alarm().map(MatchParts.Alarm::order).orElse(0);
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (parts.alarm().get().timer().isDue(deadline, key)) {
            endLate(deadline);
            emit();
            endStep();
            setAlarm();
        }
    }

    /** Whether the present key remembers nothing that a new one would not: no way, no row before, no number of matches. */
    public boolean isEmpty() {
        return ways.head() == RowArena.NONE && parts.previous().isEmpty() && matches() == 0;
    }

    // Ways that wait for a row in vain; matches that are complete stay.
    private void endLate(long now) {
        long old = ways.head();
        ways.head(RowArena.NONE);
        tail = RowArena.NONE;
        for (long one = old; one != RowArena.NONE; ) {
            long following = ways.next(one);
            boolean isComplete = ways.get(one, Ways.PLACE) == RowProgram.COMPLETE;
            if (isComplete || now - ways.get(one, Ways.BEGUN) <= program.within()) {
                append(one);
            } else {
                ways.release(one);
            }
            one = following;
        }
    }

    private boolean fitsFilter(RowView row) {
        try {
            return parts.filter().test(row, context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
            return false;
        }
    }

    // What is behind a way that completes a match is not preferred to it.
    private void goOn(long first, RowView event) {
        long decided = Ways.NONE;
        for (long one = first; one != RowArena.NONE; ) {
            long following = ways.next(one);
            long start = ways.get(one, Ways.START);
            if (start == decided) {
                ways.release(one);
            } else if (ways.get(one, Ways.PLACE) == RowProgram.COMPLETE) {
                append(one);
            } else {
                if (isInTime(one, event) && take(one, (int) ways.get(one, Ways.PLACE), event)) {
                    decided = start;
                }
                ways.release(one);
            }
            one = following;
        }
    }

    private boolean isInTime(long one, RowView event) {
        return program.within() < 0 || event.timestamp() - ways.get(one, Ways.BEGUN) <= program.within();
    }

    private void begin(RowView event) {
        for (int place : program.begins()) {
            if (take(RowArena.NONE, place, event)) {
                return;
            }
        }
    }

    // Lets a way, or a new one, take the row, if it fits; answers whether that completes a match.
    private boolean take(long from, int place, RowView event) {
        int waited = program.waits().get(place);
        RowVariable variable = program.variables().get(waited);
        RowView before = from == RowArena.NONE ? nothing : ways.row(from, way);
        if (!fits(variable, before, event)) {
            return false;
        }
        for (int following : program.follows().get(place)) {
            append(made(from, waited, following, event));
            if (following == RowProgram.COMPLETE) {
                return true;
            }
        }
        return false;
    }

    // The condition sees the composed row with the new one in it.
    private boolean fits(RowVariable variable, RowView before, RowView event) {
        try {
            if (!variable.own().test(event, context)) {
                return false;
            }
            builder.batch().clear();
            builder.begin(event.timestamp(), 0);
            variable.capture().compose(before, event, 0, builder);
            builder.commit();
            return !variable.isCross() || variable.whole().test(event, candidate.wrap(builder.batch()), context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), event, e);
            return false;
        }
    }

    private long made(long from, int variable, int place, RowView event) {
        long made = ways.allocate(builder.batch());
        boolean isNew = from == RowArena.NONE;
        long marked = isNew ? Ways.NONE : ways.get(from, Ways.MARKED);
        boolean marks =
                program.marked().get(variable) && (marked == Ways.NONE || program.skip() == RowProgram.Skip.TO_LAST);
        ways.put(made, Ways.START, isNew ? number : ways.get(from, Ways.START));
        ways.put(made, Ways.LAST, number);
        ways.put(made, Ways.BEGUN, isNew ? event.timestamp() : ways.get(from, Ways.BEGUN));
        ways.put(made, Ways.MARKED, marks ? number : marked);
        ways.put(made, Ways.PLACE, place);
        return made;
    }

    private void append(long one) {
        ways.next(one, RowArena.NONE);
        if (tail == RowArena.NONE) {
            ways.head(one);
        } else {
            ways.next(tail, one);
        }
        tail = one;
    }

    // The earliest attempt is decided when its complete match is all that is left of it.
    private void emit() {
        for (long one = ways.head(); one != RowArena.NONE; one = ways.head()) {
            if (ways.get(one, Ways.PLACE) != RowProgram.COMPLETE) {
                return;
            }
            emit(ways.row(one, way));
            ways.head(ways.next(one));
            giveUpBefore(goesOnAt(one));
            ways.release(one);
        }
    }

    private long goesOnAt(long one) {
        long following = ways.get(one, Ways.START) + 1;
        return switch (program.skip()) {
            case PAST_LAST -> ways.get(one, Ways.LAST) + 1;
            case TO_NEXT -> following;
            case TO_FIRST, TO_LAST -> Math.max(following, ways.get(one, Ways.MARKED));
        };
    }

    private void giveUpBefore(long row) {
        for (long one = ways.head(); one != RowArena.NONE && ways.get(one, Ways.START) < row; one = ways.head()) {
            ways.head(ways.next(one));
            ways.release(one);
        }
    }

    private void emit(RowView row) {
        hasEmitted = true;
        long before = matches();
        if (parts.matches().isPresent()) {
            parts.matches().get().set(before + 1);
        }
        try {
            next.current(
                    parts.completion().isPresent() ? parts.completion().get().of(row, before) : row);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
        }
    }

    private long matches() {
        return parts.matches().isPresent() ? parts.matches().get().get() : 0;
    }

    private void endStep() {
        if (hasEmitted) {
            hasEmitted = false;
            try {
                next.endStep();
            } catch (RuntimeException | Error e) {
                failures.failed(state.id(), RowFailures.STEP, e);
            }
        }
    }

    @Override
    public RecordPart record() {
        return state;
    }

    @Override
    public void restore(SnapshotReader in) {
        RecordHolder.super.restore(in);
        parts.alarm().ifPresent(alarm -> state.forEachRecord(alarm.timer()::requeue));
    }

    @Override
    public String toString() {
        return "match rows, " + program.waits().size() + " places, state " + id() + "\n" + next;
    }
}
