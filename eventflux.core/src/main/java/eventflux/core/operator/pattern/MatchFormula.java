package eventflux.core.operator.pattern;

import java.util.List;

/**
 * What a step waits for, as a formula over bits: one for each of its leaves, and one for each part that starts
 * anew, is limited, or comes in rounds. What has happened is known by three bits for each:
 *
 * <pre>
 *            a leaf that has to come    a leaf that must not    a limited part    rounds               every
 *   done     there are enough           the time is over        takes no more     there are enough     -
 *   begun    there is one               it came, or is done     -                 it has been anew     it has been anew
 *   broken   there are as many          it came                 took too long     there are as many    -
 *            as there may be                                                      as there may be
 * </pre>
 */
public sealed interface MatchFormula {

    /** It cannot become true any more. */
    int FALSE = -1;

    /** It is not decided. */
    int PENDING = 0;

    /** It is true. */
    int TRUE = 1;

    /** Whether it is true, as far as is known. */
    int value(long done, long broken);

    /** The leaves that are waited for. */
    long open(long done, long begun, long broken);

    /** The bits that it is about. */
    long bits();

    /** Whether it may take more events once it is true. */
    boolean goesOn();

    /** The leaves that are waited for at the beginning. */
    default long initial() {
        return open(0, 0, 0);
    }

    /**
     * The leaves that come before a leaf: where an event fits both, they take it. These are alternatives that stand before it and decide
     * alone, and what must not come beside it.
     */
    default long preferred(int leaf) {
        return 0;
    }

    private static boolean isSet(long bits, int bit) {
        return (bits >>> bit & 1) != 0;
    }

    /** A formula of several parts. */
    sealed interface Joined extends MatchFormula {

        /** In the order of the text. */
        List<MatchFormula> parts();

        @Override
        default long bits() {
            long bits = 0;
            for (int i = 0; i < parts().size(); i++) {
                bits |= parts().get(i).bits();
            }
            return bits;
        }

        /** What is waited for in any of the parts. */
        @Override
        default long open(long done, long begun, long broken) {
            long open = 0;
            for (int i = 0; i < parts().size(); i++) {
                open |= parts().get(i).open(done, begun, broken);
            }
            return open;
        }

        @Override
        default boolean goesOn() {
            return value(0, 0) == TRUE;
        }

        @Override
        default long preferred(int leaf) {
            long preferred = 0;
            for (int i = 0; i < parts().size(); i++) {
                preferred |= parts().get(i).preferred(leaf);
            }
            return preferred;
        }

        /** Whether all parts are true. */
        default int all(long done, long broken) {
            int value = TRUE;
            for (int i = 0; i < parts().size(); i++) {
                value = Math.min(value, parts().get(i).value(done, broken));
            }
            return value;
        }
    }

    /**
     * An event that has to come.
     *
     * @param leaf its place in the step
     * @param optional whether it may be missing
     * @param collects whether there may be several of it
     */
    record Present(int leaf, boolean optional, boolean collects) implements MatchFormula {
        @Override
        public int value(long done, long broken) {
            return optional || isSet(done, leaf) ? TRUE : PENDING;
        }

        @Override
        public long open(long done, long begun, long broken) {
            return isSet(broken, leaf) ? 0 : bits();
        }

        @Override
        public long bits() {
            return 1L << leaf;
        }

        @Override
        public boolean goesOn() {
            return optional || collects;
        }
    }

    /**
     * An event that must not come.
     *
     * @param leaf its place in the step
     * @param timed whether it is absent once a time is over, rather than as long as the step lasts
     */
    record Absent(int leaf, boolean timed) implements MatchFormula {
        @Override
        public int value(long done, long broken) {
            if (isSet(broken, leaf)) {
                return FALSE;
            }
            return !timed || isSet(done, leaf) ? TRUE : PENDING;
        }

        @Override
        public long open(long done, long begun, long broken) {
            return isSet(done | broken, leaf) ? 0 : bits();
        }

        @Override
        public long bits() {
            return 1L << leaf;
        }

        @Override
        public boolean goesOn() {
            return false;
        }
    }

    /** All parts, in any order. */
    record All(List<MatchFormula> parts) implements Joined {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public int value(long done, long broken) {
            return all(done, broken);
        }

        @Override
        public long preferred(int leaf) {
            long absent = 0;
            for (MatchFormula part : parts) {
                absent |= part instanceof Absent ? part.bits() : part.preferred(leaf);
            }
            return isSet(bits() & ~absent, leaf) ? absent : 0;
        }
    }

    /** One of the parts. */
    record Any(List<MatchFormula> parts) implements Joined {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public int value(long done, long broken) {
            int value = FALSE;
            for (int i = 0; i < parts.size(); i++) {
                value = Math.max(value, parts.get(i).value(done, broken));
            }
            return value;
        }

        @Override
        public long preferred(int leaf) {
            long alone = 0;
            for (MatchFormula part : parts) {
                if (isSet(part.bits(), leaf)) {
                    return alone | part.preferred(leaf);
                }
                alone |= part instanceof Present event && !event.collects() ? part.bits() : 0;
            }
            return 0;
        }
    }

    /** One part after another. What has enough takes more until something behind it begins. */
    record Chain(List<MatchFormula> parts) implements Joined {
        /** Copies the list. */
        public Chain {
            parts = List.copyOf(parts);
        }

        @Override
        public int value(long done, long broken) {
            return all(done, broken);
        }

        @Override
        public long open(long done, long begun, long broken) {
            long open = 0;
            for (int i = 0; i < parts.size(); i++) {
                MatchFormula part = parts.get(i);
                int value = part.value(done, broken);
                if (value == FALSE) {
                    return 0;
                }
                // What has begun here closes what stands before.
                open = (begun & part.bits()) != 0 ? 0 : open;
                open |= value == PENDING || part.goesOn() ? part.open(done, begun, broken) : 0;
                if (value == PENDING) {
                    return open;
                }
            }
            return open;
        }

        @Override
        public boolean goesOn() {
            return parts.get(parts.size() - 1).goesOn();
        }
    }

    /**
     * A part that starts anew whenever it is true, and when it fails.
     *
     * @param bit its own
     */
    record Every(int bit, MatchFormula part) implements MatchFormula {
        @Override
        public int value(long done, long broken) {
            return Math.max(PENDING, part.value(done, broken));
        }

        @Override
        public long open(long done, long begun, long broken) {
            return part.open(done, begun, broken);
        }

        @Override
        public long preferred(int leaf) {
            return part.preferred(leaf);
        }

        @Override
        public long bits() {
            return part.bits() | 1L << bit;
        }

        @Override
        public boolean goesOn() {
            return part.goesOn();
        }
    }

    /**
     * A part that has to be true in time.
     *
     * @param bit its own
     */
    record Limited(int bit, MatchFormula part) implements MatchFormula {
        @Override
        public int value(long done, long broken) {
            return isSet(broken, bit) ? FALSE : part.value(done, broken);
        }

        @Override
        public long open(long done, long begun, long broken) {
            return isSet(done | broken, bit) ? 0 : part.open(done, begun, broken);
        }

        @Override
        public long preferred(int leaf) {
            return part.preferred(leaf);
        }

        @Override
        public long bits() {
            return part.bits() | 1L << bit;
        }

        @Override
        public boolean goesOn() {
            return part.goesOn();
        }
    }

    /**
     * A part that comes several times, one round after another.
     *
     * @param bit its own
     * @param optional whether it need not come at all
     * @param part one round
     */
    record Rounds(int bit, boolean optional, MatchFormula part) implements MatchFormula {
        @Override
        public int value(long done, long broken) {
            if (optional || isSet(done, bit)) {
                return TRUE;
            }
            // A round that is true may be followed by another.
            return Math.min(PENDING, part.value(done, broken));
        }

        @Override
        public long open(long done, long begun, long broken) {
            if (part.value(done, broken) != TRUE) {
                return part.open(done, begun, broken);
            }
            long more = part.goesOn() ? part.open(done, begun, broken) : 0;
            return isSet(broken, bit) ? more : more | part.initial();
        }

        @Override
        public long preferred(int leaf) {
            return part.preferred(leaf);
        }

        @Override
        public long bits() {
            return part.bits() | 1L << bit;
        }

        @Override
        public boolean goesOn() {
            return true;
        }
    }
}
