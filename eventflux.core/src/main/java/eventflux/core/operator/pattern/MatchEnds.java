package eventflux.core.operator.pattern;

import eventflux.core.operator.pattern.PatternProgram.Limit;
import eventflux.core.operator.pattern.PatternProgram.Repeat;
import eventflux.core.row.RowArena;

/**
 * How partial matches end before they are complete: because of the time, or of an event; and what starts anew in their place. Acts on
 * the matches of the present key; used by the thread that owns the application.
 */
final class MatchEnds {

    private final PatternProgram program;
    private final PatternStep[] steps;
    private final Limit[] limits;
    // From the innermost.
    private final Repeat[] repeats;
    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final MatchMoves moves;
    private final StepMoves inside;
    private final SequencePlaces places;
    private final PresentEvent present;

    /**
     * Ends of one pattern's matches.
     *
     * @param program the pattern
     * @param memory its partial matches
     * @param moves moves them
     */
    MatchEnds(PatternProgram program, MatchMemory memory, MatchMoves moves) {
        this.program = program;
        this.steps = program.steps().toArray(PatternStep[]::new);
        this.limits = program.limits().toArray(Limit[]::new);
        this.repeats = program.repeats().stream()
                .sorted((one, other) -> Integer.compare(other.first(), one.first()))
                .toArray(Repeat[]::new);
        this.memory = memory;
        this.blocks = memory.blocks();
        this.moves = moves;
        this.inside = moves.inside();
        this.present = moves.present();
        this.places = new SequencePlaces(program, memory, present);
    }

    /** Ends matches whose time is over; at the limit itself it is not. */
    void expire(long time) {
        for (int i = 0; i < limits.length; i++) {
            DeadlineChain chain = memory.limit(i);
            while (chain.firstDeadline() < time) {
                expire(chain.first(), i, time);
            }
        }
    }

    private void expire(long match, int number, long time) {
        Limit limit = limits[number];
        if (limit.isPart()) {
            inside.expired(match, number, time);
            boolean isStuck = memory.waiting(inside.match(), limit.first()) == 0;
            if (isStuck || value(inside.match(), limit.first()) == MatchFormula.FALSE) {
                end(inside.match(), limit.first(), time);
            }
        } else if (blocks.getInt(match, MatchLayout.TOP) > limit.last()) {
            // What is limited has all that it needs: it takes no more, and what follows goes on.
            moves.moveTo(match, limit.last() + 1);
        } else {
            end(match, limit.first(), time);
        }
    }

    // Ends a match because of the time; what repeats around a step starts anew.
    private void end(long match, int latest, long time) {
        restart(match, latest, MatchMoves.ordinal(steps.length, 0), time);
        moves.end(match);
    }

    /** Whether a step that a match fills is complete, as a value of {@link MatchFormula}. */
    int value(long match, int step) {
        return steps[step].value(blocks.getLong(match, MatchLayout.DONE), blocks.getLong(match, MatchLayout.BROKEN));
    }

    /** The same if absences without a time did not matter. */
    int valueWithoutUntimed(long match, int step) {
        return steps[step].valueWithoutUntimed(
                blocks.getLong(match, MatchLayout.DONE), blocks.getLong(match, MatchLayout.BROKEN));
    }

    /** Ends a match that cannot go on because of an event for a leaf; what repeats around it starts anew. */
    void die(long match, int leaf, long time) {
        int place = moves.place(match);
        restart(match, program.sequence() ? 0 : place, ended(place, leaf), time);
        moves.end(match);
    }

    /**
     * Starts anew the innermost repeat around a match that begins at a step or before it. Where that is before the leaf at which
     * the match ended, it may take the event that ended it.
     */
    private void restart(long match, int latest, int ended, long time) {
        int place = moves.place(match);
        for (Repeat repeat : repeats) {
            boolean hasRepeated = repeat.last() == place && hasRepeated(match, place);
            if (repeat.first() <= latest && repeat.contains(place) && !hasRepeated) {
                if (MatchMoves.ordinal(repeat.first(), 0) < ended) {
                    present.back();
                    moves.startAnew(match, repeat, time, ~(long) ended);
                    present.next();
                } else {
                    moves.startAnew(match, repeat, time, 0);
                }
                return;
            }
        }
    }

    // With so many events of a step that collects, another match has begun already.
    private boolean hasRepeated(long match, int step) {
        return steps[step].isSimple() && moves.count(match) >= Math.max(1, steps[step].leaves()[0].min());
    }

    /** A match that only an untimed absence keeps from completing is over: it gives way to the next. */
    void giveWay(long match, long time) {
        int place = moves.place(match);
        for (Repeat repeat : repeats) {
            if (repeat.first() == place) {
                moves.startAnew(match, repeat, time, 0);
                break;
            }
        }
        moves.end(match);
    }

    /** In a sequence: the matches that listen to a leaf, to none before it, and did not take the event end. */
    void dropUntouched(int step, int leaf, long time) {
        LeafChain chain = memory.leaf(step, leaf);
        if (chain.size() == 0) {
            return;
        }
        for (long match = chain.firstOf(0); match != RowArena.NONE; ) {
            long next = chain.next(match);
            if (memory.isFirst(match, step, leaf)) {
                drop(match, step, leaf, time);
            }
            match = next;
        }
    }

    // Of the matches that the event brought forward without leaving the step, the oldest stays.
    private void drop(long match, int step, int leaf, long time) {
        if (places.isAdvanced(match)) {
            if (places.hasOlder(match, step, leaf)) {
                moves.end(match);
            }
        } else if (!places.isNew(match) && !inside.isFresh(match, step, leaf) && !isWaitingToStart(match, step)) {
            if (!inside.startsAnew(match, step, leaf, time)) {
                die(match, leaf, time);
            }
        }
    }

    // Where a repeat begins, or a silence, what has not begun is not broken by an event that does not fit.
    private boolean isWaitingToStart(long match, int step) {
        boolean isAnew = step == 0 && (moves.isRepeated(0) || steps[0].isSilent() || steps[0].beginsWithEvery());
        return isAnew && memory.hasNothing(match);
    }

    // Where an event ended a match, as a number; leaves that a step waits for at the beginning stand together.
    private int ended(int step, int leaf) {
        boolean isFirst = (steps[step].initial() >>> leaf & 1) != 0;
        return MatchMoves.ordinal(step, isFirst ? 0 : leaf);
    }
}
