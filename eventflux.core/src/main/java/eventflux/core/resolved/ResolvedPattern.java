package eventflux.core.resolved;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.resolved.ResolvedInput.Origin;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern or a sequence: steps one after another, with what repeats and what is limited among them. Conditions see the event
 * that arrives as input 0 and what is captured so far as input 1.
 *
 * @param sequence whether every event of its streams has to fit
 * @param steps in order, at least one
 * @param repeats what starts anew, at most one from each step on
 * @param limits how long parts may take
 * @param captured what conditions and the selection ask for, in the order in which they ask
 */
public record ResolvedPattern(
        boolean sequence, List<Step> steps, List<Repeat> repeats, List<Limit> limits, List<Captured> captured) {

    /** Copies the lists. */
    public ResolvedPattern {
        steps = List.copyOf(steps);
        repeats = List.copyOf(repeats);
        limits = List.copyOf(limits);
        captured = List.copyOf(captured);
    }

    /** The streams that it reads, each once, in the order of the text. */
    public List<String> streams() {
        Set<String> streams = new LinkedHashSet<>();
        leaves().forEach(leaf -> streams.add(leaf.stream()));
        return List.copyOf(streams);
    }

    /** All leaves of all steps. */
    public Stream<Leaf> leaves() {
        return steps.stream().flatMap(step -> step.leaves().stream());
    }

    /** The step whose columns hold what is captured of a step's events: all rounds of a group that repeats have those of the first. */
    public int collectedAt(int step) {
        return steps.get(step).round().orElse(step);
    }

    /** The columns of the composed rows. */
    public Schema schema() {
        return new Schema(
                captured.stream().map(one -> new Column(one.name(), one.type())).toList());
    }

    /** The column of a stream that a captured column is a copy of, if it is one. */
    public Optional<Origin> origin(int column) {
        Captured one = captured.get(column);
        boolean isCopy = one.column() != Captured.TIME && (one.kind() == Kind.AT || one.kind() == Kind.BACK);
        return !isCopy
                ? Optional.empty()
                : Optional.of(new Origin(steps.get(one.step()).leaves().get(one.leaf()).stream(), one.column()));
    }

    /**
     * What is waited for at one place.
     *
     * @param leaves the events, at least one
     * @param formula when they are enough
     * @param round the same step in the first round of a group that repeats, itself there; empty elsewhere
     */
    public record Step(List<Leaf> leaves, Formula formula, OptionalInt round) {
        /** Copies the list. */
        public Step {
            leaves = List.copyOf(leaves);
            Objects.requireNonNull(formula, "formula");
            Objects.requireNonNull(round, "round");
        }

        /** Outside of groups that repeat. */
        public Step(List<Leaf> leaves, Formula formula) {
            this(leaves, formula, OptionalInt.empty());
        }

        /** Whether it is one event, or several of one kind. */
        public boolean isSimple() {
            return formula instanceof Formula.Of && !leaves.get(0).isAbsent();
        }

        /** Whether a leaf stands in rounds. */
        public boolean isInRounds(int leaf) {
            return formula.roundsAround(leaf) > 0;
        }

        /** Whether it collects events. */
        public boolean isCounted() {
            return isSimple() && leaves.get(0).isCounted();
        }
    }

    /**
     * An event that has to come, or must not.
     *
     * @param name how the author calls it
     * @param stream where it comes from
     * @param condition what it has to fulfil
     * @param quantity how many of it
     * @param absence that it must not come, if so
     */
    public record Leaf(
            String name, String stream, Optional<Expr> condition, Quantity quantity, Optional<Absence> absence) {

        /** Refuses missing parts. */
        public Leaf {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(absence, "absence");
        }

        /** Whether it must not come. */
        public boolean isAbsent() {
            return absence.isPresent();
        }

        /** Whether it is collected. */
        public boolean isCounted() {
            return !quantity.equals(Quantity.ONE);
        }

        @Override
        public String toString() {
            return (isAbsent() ? "not " : "") + name + "=" + stream
                    + condition.map(test -> "[" + test + "]").orElse("")
                    + (isCounted() ? quantity.toString() : "")
                    + absence.map(Absence::toString).orElse("");
        }
    }

    /**
     * How many events.
     *
     * @param min at least
     * @param max at most; no end when empty
     */
    public record Quantity(int min, OptionalInt max) {

        /** Exactly one. */
        public static final Quantity ONE = new Quantity(1, OptionalInt.of(1));

        @Override
        public String toString() {
            return "<" + min + ":" + (max.isPresent() ? max.getAsInt() : "") + ">";
        }
    }

    /**
     * That an event does not come.
     *
     * @param millis for how long; 0 as long as the step lasts
     */
    public record Absence(long millis) {
        @Override
        public String toString() {
            return millis == 0 ? "" : " for " + millis + " ms";
        }
    }

    /** When a step is complete. */
    public sealed interface Formula {

        /** What it is made of. */
        List<Formula> parts();

        /** Its leaves, in order. */
        default List<Integer> leaves() {
            return parts().stream().flatMap(part -> part.leaves().stream()).toList();
        }

        /** How often a leaf may come round in it: the rounds around the leaf. */
        default int roundsAround(int leaf) {
            return parts().stream()
                    .filter(part -> part.leaves().contains(leaf))
                    .mapToInt(part -> part.roundsAround(leaf))
                    .findFirst()
                    .orElse(0);
        }

        /**
         * A leaf.
         *
         * @param leaf its place in the step
         */
        record Of(int leaf) implements Formula {
            @Override
            public List<Formula> parts() {
                return List.of();
            }

            @Override
            public List<Integer> leaves() {
                return List.of(leaf);
            }

            @Override
            public String toString() {
                return "#" + leaf;
            }
        }

        /**
         * All parts, or one of them.
         *
         * @param all which of the two
         * @param parts at least two
         */
        record Junction(boolean all, List<Formula> parts) implements Formula {
            /** Copies the list. */
            public Junction {
                parts = List.copyOf(parts);
            }

            @Override
            public String toString() {
                return joined(parts, all ? " and " : " or ");
            }
        }

        /**
         * One part after another.
         *
         * @param parts at least one
         */
        record Chain(List<Formula> parts) implements Formula {
            /** Copies the list. */
            public Chain {
                parts = List.copyOf(parts);
            }

            @Override
            public String toString() {
                return joined(parts, " -> ");
            }
        }

        /** A part that starts anew whenever it is complete. */
        record Every(Formula part) implements Formula {
            @Override
            public List<Formula> parts() {
                return List.of(part);
            }

            @Override
            public String toString() {
                return "every " + part;
            }
        }

        /**
         * A part that has to be complete in time.
         *
         * @param millis from its first event to its last
         */
        record Limited(Formula part, long millis) implements Formula {
            @Override
            public List<Formula> parts() {
                return List.of(part);
            }

            @Override
            public String toString() {
                return "(" + part + " within " + millis + " ms)";
            }
        }

        /**
         * A part that comes several times, one round after another.
         *
         * @param quantity how often
         */
        record Rounds(Formula part, Quantity quantity) implements Formula {
            @Override
            public List<Formula> parts() {
                return List.of(part);
            }

            @Override
            public int roundsAround(int leaf) {
                return part.roundsAround(leaf) + 1;
            }

            @Override
            public String toString() {
                return "(" + part + ")" + quantity;
            }
        }

        private static String joined(List<Formula> parts, String separator) {
            return parts.stream().map(Formula::toString).collect(Collectors.joining(separator, "(", ")"));
        }
    }

    /**
     * Steps under {@code every}.
     *
     * @param first the first of them
     * @param last the last of them
     */
    public record Repeat(int first, int last) {}

    /**
     * Steps under {@code within}.
     *
     * @param first the first of them
     * @param last the last of them
     * @param millis from the first event to the last
     */
    public record Limit(int first, int last, long millis) {

        /** The same so many steps later. */
        public Limit later(int steps) {
            return new Limit(first + steps, last + steps, millis);
        }
    }

    /** What is captured of an event. */
    public enum Kind {
        /** A column of the event with a number, from 0. */
        AT,
        /** A column of an event counted back from the last, which is 0. */
        BACK,
        /** How many events there are. */
        COUNT,
        /** How many of them have a value in a column. */
        VALUES,
        /** The sum of a column. */
        SUM,
        /** The least value of a column. */
        MIN,
        /** The greatest value of a column. */
        MAX,
        /** The arguments of an aggregator, one after another, in the form of a text. */
        ARGUMENTS,
        /** What an aggregator makes of them, when the match is complete. */
        AGGREGATE,
        /** The same at any time. */
        LIVE_AGGREGATE,
        /** Which variable the last of them was matched to, by its place among all. */
        VARIABLE,
        /** How many matches of the key there are with this one, when it is complete. */
        MATCHES
    }

    /**
     * A column of the composed rows.
     *
     * @param step the step
     * @param leaf its leaf
     * @param kind what is captured
     * @param index which event
     * @param column of that event, or {@link #TIME}
     * @param type of the column
     * @param name unique
     * @param call of an aggregator, if it is about one; its argument is over the event
     * @param kept how many of the rounds around the leaf have to be whole: what is asked from outside of rounds is not about one
     *     that goes on
     */
    public record Captured(
            int step,
            int leaf,
            Kind kind,
            int index,
            int column,
            DataType type,
            String name,
            Optional<AggregateCall> call,
            int kept) {

        /** What stands for a column where it is the time of the event. */
        public static final int TIME = -1;

        /** About no aggregator, and no rounds. */
        public Captured(int step, int leaf, Kind kind, int index, int column, DataType type, String name) {
            this(step, leaf, kind, index, column, type, name, Optional.empty(), 0);
        }

        /** The same when so many of the rounds around the leaf have to be whole. */
        public Captured keptIn(int rounds) {
            return rounds == kept
                    ? this
                    : new Captured(step, leaf, kind, index, column, type, name + " kept " + rounds, call, rounds);
        }

        /** Whether both are the same but for the rounds that have to be whole. */
        public boolean isSameAs(Captured other) {
            return step == other.step
                    && leaf == other.leaf
                    && kind == other.kind
                    && index == other.index
                    && column == other.column
                    && call.equals(other.call);
        }
    }
}
