package eventflux.core.analyze.pattern;

import eventflux.api.query.pattern.EventElement;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.resolved.ResolvedPattern.Absence;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * An event of a pattern before its condition is resolved.
 *
 * @param element as the author wrote it
 * @param columns of its stream
 * @param place where it stands among the steps
 * @param quantity how many of it
 * @param absence that it must not come, if so
 */
record PatternEvent(
        EventElement element, StreamColumns columns, Place place, Quantity quantity, Optional<Absence> absence) {

    /**
     * Where an event stands.
     *
     * @param step the step that it belongs to
     * @param leaf its place in that step
     * @param round of the group that repeats as several steps, if it stands in one
     * @param rounds the groups that repeat inside of its step around it, by numbers, outer ones first
     */
    record Place(int step, int leaf, Optional<Round> round, List<Integer> rounds) {

        /** Copies the list. */
        Place {
            rounds = List.copyOf(rounds);
        }

        /** Outside of groups that repeat. */
        Place(int step, int leaf) {
            this(step, leaf, Optional.empty(), List.of());
        }
    }

    /**
     * A round of a group that repeats.
     *
     * @param group the first step of the group
     * @param first the same step in the first round, whose columns hold what all rounds collect
     */
    record Round(int group, int first) {}

    int step() {
        return place.step();
    }

    int leaf() {
        return place.leaf();
    }

    /** The step whose columns hold what is captured of it. */
    int collectedAt() {
        return place.round().map(Round::first).orElse(step());
    }

    /** Whether it stands in a group that repeats. */
    boolean isRepeated() {
        return place.round().isPresent() || isInRounds();
    }

    /** Whether it stands in a group that repeats inside of its step. */
    boolean isInRounds() {
        return !place.rounds().isEmpty();
    }

    /** How many groups that repeat inside of its step are around it, and not around another event. */
    int roundsWithout(PatternEvent other) {
        List<Integer> own = place.rounds();
        if (other.step() != step()) {
            return own.size();
        }
        return (int) own.stream()
                .filter(group -> !other.place.rounds().contains(group))
                .count();
    }

    /** Whether it stands in another round than the first. */
    boolean isLaterRound() {
        return collectedAt() != step();
    }

    /** Whether both stand in one group that repeats. */
    boolean repeatsWith(PatternEvent other) {
        return place.round().isPresent()
                && place.round().map(Round::group).equals(other.place.round().map(Round::group));
    }

    /** The same as part of the first round of a group that begins at a step. */
    PatternEvent inGroup(int group) {
        return at(new Place(step(), leaf(), Optional.of(new Round(group, collectedAt())), place.rounds()));
    }

    /** The same in a round that lies so many steps later. */
    PatternEvent later(int steps) {
        return at(new Place(step() + steps, leaf(), place.round(), place.rounds()));
    }

    private PatternEvent at(Place other) {
        return new PatternEvent(element, columns, other, quantity, absence);
    }

    /** How the author calls it: its alias, or else its stream. */
    String name() {
        return element.alias().map(alias -> alias.text()).orElse(streamName());
    }

    /** Its stream as the author calls it. */
    String streamName() {
        return element.stream().qualified();
    }

    boolean hasAlias() {
        return element.alias().isPresent();
    }

    boolean isAbsent() {
        return absence.isPresent();
    }

    /** Whether there may be several of it. */
    boolean isCounted() {
        return isRepeated() || collects();
    }

    /** Whether it has a quantity of its own. */
    boolean collects() {
        return !quantity.equals(Quantity.ONE);
    }
}
