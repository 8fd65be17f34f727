package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;

/**
 * Runs a sequence each of whose steps takes one event, and of which each event may be the first. Whatever has matched so far are the
 * last events, one after another: so there is one partial match at most for each number of events, and each event either brings it
 * forward by one or ends it. Used by the thread that owns the application.
 */
public final class ConsecutiveMatcher implements EventMatcher, RecordHolder {

    private final PatternLeaf[] leaves;
    private final int last;
    private final long within;
    private final RecordPart state;
    private final EvalContext context;
    private final RowFailures failures;
    private final Stage next;
    private final ConsecutiveMemory memory;
    // Both written by the thread that owns the application.
    private boolean hasEmitted;
    private long latest = Long.MIN_VALUE;

    /**
     * A sequence before {@code next}.
     *
     * @param parts the pattern, which {@linkplain PatternProgram#isConsecutive is such a sequence}, and what it remembers
     * @param context for compiled code
     * @param failures takes events whose conditions fail
     * @param next takes the composed rows of complete matches
     */
    public ConsecutiveMatcher(PatternParts parts, EvalContext context, RowFailures failures, Stage next) {
        PatternProgram program = parts.program();
        this.leaves = program.steps().stream().map(step -> step.leaves()[0]).toArray(PatternLeaf[]::new);
        this.last = leaves.length - 1;
        this.within = program.limits().stream()
                .mapToLong(PatternProgram.Limit::millis)
                .findFirst()
                .orElse(ConsecutiveMemory.FOR_EVER);
        this.state = parts.record();
        this.context = context;
        this.failures = failures;
        this.next = next;
        this.memory = new ConsecutiveMemory(last, parts);
    }

    @Override
    public void receive(RowView event, int stream) {
        latest = Math.max(latest, event.timestamp());
        for (int taken = last; taken > 0; taken--) {
            long match = memory.remove(taken);
            if (match != RowArena.NONE) {
                offer(match, taken, event, stream);
            }
        }
        if (leaves[0].stream() == stream && fits(leaves[0], event)) {
            memory.begin(leaves[0].capture(), event, within);
        }
        if (hasEmitted) {
            hasEmitted = false;
            endStep();
        }
    }

    private void offer(long match, int taken, RowView event, int stream) {
        PatternLeaf leaf = leaves[taken];
        boolean isTaken = leaf.stream() == stream
                && event.timestamp() <= memory.deadline(match)
                && (leaf.isCross() ? fits(leaf, event, match) : fits(leaf, event));
        if (!isTaken) {
            memory.free(match);
            return;
        }
        long longer = memory.change(match, leaf.capture(), event);
        if (taken < last) {
            memory.put(taken + 1, longer);
            return;
        }
        emit(memory.row(longer));
        memory.free(longer);
    }

    private boolean fits(PatternLeaf leaf, RowView event) {
        try {
            return leaf.own().test(event, context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), event, e);
            return false;
        }
    }

    private boolean fits(PatternLeaf leaf, RowView event, long match) {
        try {
            return leaf.whole().test(event, memory.row(match), context);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), event, e);
            return false;
        }
    }

    private void emit(RowView row) {
        hasEmitted = true;
        try {
            next.current(row);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(state.id(), row, e);
        }
    }

    private void endStep() {
        try {
            next.endStep();
        } catch (RuntimeException | Error e) {
            failures.failed(state.id(), RowFailures.STEP, e);
        }
    }

    @Override
    public boolean isEmpty() {
        return memory.isEmpty(latest);
    }

    @Override
    public RecordPart record() {
        return state;
    }

    @Override
    public String toString() {
        return "match " + leaves.length + " consecutive events, state " + id() + "\n" + next;
    }
}
