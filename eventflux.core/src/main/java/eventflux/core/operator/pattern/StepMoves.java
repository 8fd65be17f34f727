package eventflux.core.operator.pattern;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.pattern.PatternProgram.Limit;

/**
 * What happens to a partial match inside a step: which leaves it listens to, what has happened, and which parts start anew. Acts on
 * one match after another; where its row grows it lies elsewhere afterwards. Used by the thread that owns the application.
 */
final class StepMoves {

    private final PatternStep[] steps;
    private final Limit[] limits;
    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final MatchRows rows;
    private final EvalContext context;
    private final PresentEvent present;
    // All written by the thread that owns the application: the match that it acts on, what happens to
    // it, and what it was before.
    private long match;
    private int step;
    private int bit;
    private long time;
    private long doneBefore;
    private long begunBefore;
    private long brokenBefore;
    // Leaves that may take the present event though the match listens to them because of it.
    private long offered;

    /**
     * Moves of one pattern.
     *
     * @param program the pattern
     * @param memory its partial matches
     * @param rows composes their rows
     * @param context for compiled code
     * @param present the event that is being processed
     */
    StepMoves(PatternProgram program, MatchMemory memory, MatchRows rows, EvalContext context, PresentEvent present) {
        this.steps = program.steps().toArray(PatternStep[]::new);
        this.limits = program.limits().toArray(Limit[]::new);
        this.memory = memory;
        this.blocks = memory.blocks();
        this.rows = rows;
        this.context = context;
        this.present = present;
    }

    /** Where the match lies to which something has happened last. */
    long match() {
        return match;
    }

    /** A match fills a step from now on, of which nothing has happened; it is in the chains of what it waits for first. */
    void begin(long one, int place) {
        if (steps[place].isSimple()) {
            return;
        }
        for (int field = MatchLayout.DONE; field <= MatchLayout.FRESH_AT; field += Long.BYTES) {
            blocks.putLong(one, field, 0);
        }
        for (int counter = 0; counter < blocks.layout().counters(); counter++) {
            putCounter(one, counter, 0);
        }
        blocks.putLong(one, MatchLayout.WAITING, steps[place].initial());
    }

    /** Puts a match into the chains of what a step waits for first. */
    void listen(long one, int place) {
        listen(one, place, steps[place].initial(), blocks.time(one));
    }

    private void listen(long one, int place, long leaves, long since) {
        for (long rest = leaves; rest != 0; rest &= rest - 1) {
            int leaf = Long.numberOfTrailingZeros(rest);
            append(one, place, leaf);
            PatternLeaf.Absence absence = steps[place].leaves()[leaf].absence();
            if (absence.isTimed()) {
                wait(one, absence, since);
            }
        }
    }

    private void append(long one, int place, int leaf) {
        PatternStep at = steps[place];
        long hash = at.isIndexed(leaf) ? at.matchHash(leaf, rows.of(one), context) : 0;
        memory.leaf(place, leaf).append(one, hash);
    }

    /** Lets an absence count from a time on. */
    void wait(long one, PatternLeaf.Absence absence, long from) {
        memory.absence(absence.chain()).insert(one, from + absence.millis());
    }

    /** Whether a match listens to a leaf because of the present event only, which is none for that leaf then. */
    boolean isFresh(long one, int place, int leaf) {
        return !steps[place].isSimple()
                && blocks.getInt(one, MatchLayout.PLACE) == place
                && blocks.getLong(one, MatchLayout.FRESH_AT) == present.number()
                && (blocks.getLong(one, MatchLayout.FRESH) >>> leaf & 1) != 0;
    }

    /** Makes a match ready to take an event, which may begin another round; answers where it lies from now on. */
    long prepared(long one, int place, int leaf) {
        for (int i = steps[place].parts().length - 1; i >= 0; i--) {
            StepPart part = steps[place].parts()[i];
            if (part.rounds().isNested() && startsRound(one, part, leaf)) {
                return rows.rearrange(one, part.forget());
            }
        }
        return one;
    }

    // Of rounds inside rounds the outer ones begin: what comes later is asked first.
    private boolean startsRound(long one, StepPart part, int leaf) {
        if (!part.isRounds() || !part.contains(leaf)) {
            return false;
        }
        long begun = blocks.getLong(one, MatchLayout.BEGUN);
        long broken = blocks.getLong(one, MatchLayout.BROKEN);
        return (part.formula().initial() >>> leaf & 1) != 0
                && (begun & part.formula().bits()) != 0
                && (broken >>> part.bit() & 1) == 0
                && part.formula().value(blocks.getLong(one, MatchLayout.DONE), broken) == MatchFormula.TRUE;
    }

    /** How many events a leaf has taken, if it counts them. */
    int collected(long one, PatternLeaf leaf) {
        return leaf.isCounted() ? counter(one, leaf.count().counter()) : 0;
    }

    /** An event of a leaf, which the row has, is part of the match; its limits count from then on. */
    void took(long one, int place, int number, long when) {
        act(one, place, number, when);
        memory.limit(match, step, number, time);
        PatternLeaf leaf = steps[step].leaves()[number];
        int count = 1;
        if (leaf.isCounted()) {
            count = collected(match, leaf) + 1;
            putCounter(match, leaf.count().counter(), count);
        }
        set(MatchLayout.BEGUN, bit);
        if (count >= leaf.min()) {
            set(MatchLayout.DONE, bit);
        }
        if (count >= leaf.max()) {
            set(MatchLayout.BROKEN, bit);
        }
        update();
    }

    /** A silence is over: nothing came. */
    void silent(long one, int place, int leaf, long when) {
        act(prepared(one, place, leaf), place, leaf, when);
        set(MatchLayout.BEGUN, bit);
        set(MatchLayout.DONE, bit);
        update();
    }

    /** What must not come has come. */
    void broke(long one, int place, int leaf, long when) {
        act(prepared(one, place, leaf), place, leaf, when);
        set(MatchLayout.BEGUN, bit);
        set(MatchLayout.BROKEN, bit);
        update();
    }

    /** The time of a part is over: it has failed, unless it is true and only takes no more. */
    void expired(long one, int limit, long when) {
        act(one, limits[limit].first(), limits[limit].bit(), when);
        memory.limit(limit).remove(match);
        boolean isTrue = limits[limit].part().value(doneBefore, brokenBefore) == MatchFormula.TRUE;
        set(isTrue ? MatchLayout.DONE : MatchLayout.BROKEN, bit);
        update();
    }

    /** Lets the part under {@code every} that a match is in start anew, if it is in one that has begun; answers whether it was. */
    boolean startsAnew(long one, int place, int leaf, long when) {
        for (StepPart part : steps[place].parts()) {
            boolean isInside = !part.isRounds()
                    && part.contains(leaf)
                    && (blocks.getLong(one, MatchLayout.BEGUN)
                                    & steps[place].leafBits()
                                    & part.formula().bits())
                            != 0
                    && part.formula()
                                    .value(
                                            blocks.getLong(one, MatchLayout.DONE),
                                            blocks.getLong(one, MatchLayout.BROKEN))
                            != MatchFormula.TRUE;
            if (isInside) {
                begins(one, place, leaf, when);
                fail(part);
                relisten();
                return true;
            }
        }
        return false;
    }

    /** Whether a silence stands at the beginning of its step, where nothing can have come before. */
    boolean isAtBeginning(long one, int place, int leaf) {
        boolean isFirst = (steps[place].initial() >>> leaf & 1) != 0;
        for (StepPart part : steps[place].parts()) {
            isFirst &= !part.isRounds()
                    || !part.contains(leaf)
                    || counter(one, part.rounds().counter()) == 0;
        }
        return isFirst;
    }

    private void begins(long one, int place, int what, long when) {
        match = one;
        step = place;
        bit = what;
        time = when;
        offered = 0;
    }

    // Something happens: it may be the beginning of another round.
    private void act(long one, int place, int what, long when) {
        begins(one, place, what, when);
        for (int i = steps[place].parts().length - 1; i >= 0; i--) {
            StepPart part = steps[place].parts()[i];
            if (startsRound(one, part, what)) {
                clear(part);
                break;
            }
        }
        doneBefore = blocks.getLong(match, MatchLayout.DONE);
        begunBefore = blocks.getLong(match, MatchLayout.BEGUN);
        brokenBefore = blocks.getLong(match, MatchLayout.BROKEN);
    }

    private void update() {
        for (StepPart part : steps[step].parts()) {
            if (part.contains(bit)) {
                int value = part.formula()
                        .value(blocks.getLong(match, MatchLayout.DONE), blocks.getLong(match, MatchLayout.BROKEN));
                if (part.isRounds()) {
                    round(part, value);
                } else {
                    every(part, value);
                }
            }
        }
        long done = blocks.getLong(match, MatchLayout.DONE);
        if (steps[step].value(done, blocks.getLong(match, MatchLayout.BROKEN)) != MatchFormula.TRUE) {
            relisten();
        }
    }

    private void every(StepPart part, int value) {
        if (value == MatchFormula.FALSE && !givesWay(part)) {
            fail(part);
        } else if (value == MatchFormula.TRUE && isNowTrue(part)) {
            another(part);
        }
    }

    private void round(StepPart part, int value) {
        boolean isEnough =
                part.rounds().min() == 0 || (blocks.getLong(match, MatchLayout.DONE) >>> part.bit() & 1) != 0;
        if (value == MatchFormula.FALSE && isEnough) {
            fail(part);
        } else if (value == MatchFormula.TRUE) {
            if (isNowTrue(part)) {
                count(part);
            }
            match = rows.rearrange(match, part.rounds().keep());
        }
    }

    // Whether a part that is true was not before, or had not begun: one that may be missing is true at the beginning.
    private boolean isNowTrue(StepPart part) {
        return (begunBefore & part.formula().bits()) == 0
                || part.formula().value(doneBefore, brokenBefore) != MatchFormula.TRUE;
    }

    private void count(StepPart part) {
        int count = counter(match, part.rounds().counter()) + 1;
        putCounter(match, part.rounds().counter(), count);
        if (count >= part.rounds().min()) {
            set(MatchLayout.DONE, part.bit());
        }
        if (count >= part.rounds().max()) {
            set(MatchLayout.BROKEN, part.bit());
        }
    }

    // What is broken at its beginning, by an event that must not come before another, waits for that other event.
    private boolean givesWay(StepPart part) {
        long done = blocks.getLong(match, MatchLayout.DONE);
        long broken = blocks.getLong(match, MatchLayout.BROKEN);
        long untimed = steps[step].untimed();
        return (broken & untimed & part.formula().initial()) != 0
                && part.formula().value(done, broken & ~untimed) == MatchFormula.PENDING
                && part.formula().open(done, blocks.getLong(match, MatchLayout.BEGUN), broken) != 0;
    }

    // A part starts anew in its place. What stands before the leaf that ended it may take the event that did.
    private void fail(StepPart part) {
        boolean isOfTime = bit >= steps[step].leaves().length;
        boolean isFirst = (part.formula().initial() >>> bit & 1) != 0;
        long before = isOfTime ? -1L : isFirst ? 0 : (1L << bit) - 1;
        offered |= part.formula().bits() & before;
        clear(part);
        match = rows.rearrange(match, part.forget());
    }

    // Nothing of a part has happened any more.
    private void clear(StepPart part) {
        long bits = part.formula().bits();
        long waiting = blocks.getLong(match, MatchLayout.WAITING);
        memory.leave(match, step, waiting & bits);
        blocks.putLong(match, MatchLayout.WAITING, waiting & ~bits);
        forget(match, part);
        for (int i = 0; i < limits.length; i++) {
            if (limits[i].isInside(step, bits)) {
                memory.limit(i).remove(match);
            }
        }
    }

    private void forget(long one, StepPart part) {
        long bits = part.formula().bits();
        for (int field = MatchLayout.DONE; field <= MatchLayout.BROKEN; field += Long.BYTES) {
            blocks.putLong(one, field, blocks.getLong(one, field) & ~bits);
        }
        blocks.putLong(one, MatchLayout.BEGUN, blocks.getLong(one, MatchLayout.BEGUN) | 1L << part.bit());
        for (long rest = bits & steps[step].leafBits(); rest != 0; rest &= rest - 1) {
            PatternLeaf leaf = steps[step].leaves()[Long.numberOfTrailingZeros(rest)];
            if (leaf.count().counter() != PatternLeaf.Count.NO_COUNTER) {
                putCounter(one, leaf.count().counter(), 0);
            }
        }
        for (StepPart inner : steps[step].parts()) {
            if (inner.isRounds() && part.contains(inner.bit())) {
                putCounter(one, inner.rounds().counter(), 0);
            }
        }
    }

    // Another match in which a part starts anew, while all else is as it is here.
    private void another(StepPart part) {
        // The match itself is older than its copy.
        relisten();
        long copy = rows.copy(match, part.forget(), time);
        blocks.copyHead(match, copy);
        long bits = part.formula().bits();
        long waiting = blocks.getLong(match, MatchLayout.WAITING) & ~bits;
        forget(copy, part);
        long begun = blocks.getLong(copy, MatchLayout.BEGUN);
        long open = steps[step].open(
                blocks.getLong(copy, MatchLayout.DONE), begun, blocks.getLong(copy, MatchLayout.BROKEN));
        blocks.putLong(copy, MatchLayout.ADVANCED, present.number());
        blocks.putLong(copy, MatchLayout.WAITING, open);
        freshen(copy, open & ~waiting);
        for (int i = 0; i < limits.length; i++) {
            boolean isOfOthers = limits[i].first() < step || (begun & steps[step].leafBits() & limits[i].bits()) != 0;
            DeadlineChain chain = memory.limit(i);
            if (isOfOthers && !limits[i].isInside(step, bits) && chain.contains(match)) {
                chain.insertAfter(match, copy, chain.deadline(match));
            }
        }
        share(copy, open & waiting);
        listen(copy, step, open & ~waiting, time);
    }

    // A copy listens to what the match listens to, silences as long.
    private void share(long copy, long leaves) {
        for (long rest = leaves; rest != 0; rest &= rest - 1) {
            int leaf = Long.numberOfTrailingZeros(rest);
            append(copy, step, leaf);
            PatternLeaf.Absence absence = steps[step].leaves()[leaf].absence();
            if (absence.isTimed()) {
                DeadlineChain chain = memory.absence(absence.chain());
                chain.insertAfter(match, copy, chain.deadline(match));
            }
        }
    }

    // Listens to what the match waits for now, and to nothing else.
    private void relisten() {
        long open = steps[step].open(
                blocks.getLong(match, MatchLayout.DONE),
                blocks.getLong(match, MatchLayout.BEGUN),
                blocks.getLong(match, MatchLayout.BROKEN));
        long waiting = blocks.getLong(match, MatchLayout.WAITING);
        memory.leave(match, step, waiting & ~open);
        blocks.putLong(match, MatchLayout.WAITING, open);
        freshen(match, open & ~waiting & ~offered);
        listen(match, step, open & ~waiting, time);
    }

    private void freshen(long one, long leaves) {
        boolean isMore = blocks.getLong(one, MatchLayout.FRESH_AT) == present.number();
        blocks.putLong(one, MatchLayout.FRESH, leaves | (isMore ? blocks.getLong(one, MatchLayout.FRESH) : 0));
        blocks.putLong(one, MatchLayout.FRESH_AT, present.number());
    }

    private void set(int field, int number) {
        blocks.putLong(match, field, blocks.getLong(match, field) | 1L << number);
    }

    private int counter(long one, int counter) {
        return blocks.getInt(one, blocks.layout().counter(counter));
    }

    private void putCounter(long one, int counter, int value) {
        blocks.putInt(one, blocks.layout().counter(counter), value);
    }
}
