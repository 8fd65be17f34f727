package eventflux.core.operator.pattern;

/**
 * A part of a step that starts anew: because of {@code every}, or for another round.
 *
 * @param bit its own
 * @param formula what it waits for
 * @param rounds how often it comes; {@link Rounds#ANY} under {@code every}
 * @param forget puts what it has captured back to what it was when it began
 */
public record StepPart(int bit, MatchFormula formula, Rounds rounds, RowCapture forget) {

    /** Whether it comes in rounds. */
    public boolean isRounds() {
        return rounds != Rounds.ANY;
    }

    /** Whether one of its bits is this one. */
    boolean contains(int other) {
        return (formula.bits() >>> other & 1) != 0;
    }

    /**
     * How often a part comes.
     *
     * @param min at least
     * @param max at most
     * @param counter the place of its counter in a match
     * @param isNested whether there are rounds inside the rounds
     * @param keep puts what it has captured where it is found once a round is whole
     */
    public record Rounds(int min, int max, int counter, boolean isNested, RowCapture keep) {

        /** As often as it can. */
        public static final Rounds ANY = new Rounds(0, 0, -1, false, null);
    }
}
