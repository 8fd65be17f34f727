package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Any;
import eventflux.examples.scenarios.pattern.Part.Chain;
import eventflux.examples.scenarios.pattern.Part.Every;
import eventflux.examples.scenarios.pattern.Part.Group;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Part.Within;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far an attempt is inside of one place, where several parts are waited for. Parts are what they are, not what they say. */
final class Inside {

    /** Silences that are over, events that there are enough of, limits that are met. */
    final Set<Part> done = identity();

    /** Events and silences of which something has come, and parts that have begun anew. */
    final Set<Part> begun = identity();

    /** Silences that were broken, limits that were not met. */
    final Set<Part> broken = identity();

    /** How many events of a kind there are, and how many rounds. */
    final Map<Part, Integer> counts = new IdentityHashMap<>();

    /** What has not happened yet. */
    Inside() {}

    /** The same as another. */
    Inside(Inside other) {
        done.addAll(other.done);
        begun.addAll(other.begun);
        broken.addAll(other.broken);
        counts.putAll(other.counts);
    }

    private static Set<Part> identity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static List<Part> parts(Part part) {
        if (part instanceof Any any) {
            return any.parts();
        }
        if (part instanceof Chain chain) {
            return chain.parts();
        }
        if (part instanceof Every every) {
            return List.of(every.part());
        }
        if (part instanceof Within within) {
            return List.of(within.chain());
        }
        return part instanceof Group group ? List.of(group.chain()) : List.of();
    }

    /** A part and all that is in it, what is inside first. */
    static List<Part> all(Part part) {
        List<Part> all = new ArrayList<>();
        parts(part).forEach(inner -> all.addAll(all(inner)));
        all.add(part);
        return all;
    }

    static boolean contains(Part part, Part other) {
        return all(part).stream().anyMatch(one -> one == other);
    }

    /** Events and silences of a part, in order. */
    static List<Part> leaves(Part part) {
        return all(part).stream()
                .filter(one -> one instanceof One || one instanceof Silence)
                .toList();
    }

    /**
     * What stands before a leaf where an event fits both: events that are alternatives by themselves and come earlier in the text, and
     * what must not come beside it.
     */
    static List<Part> before(Part part, Part leaf) {
        List<Part> before = new ArrayList<>();
        for (Part any : all(part)) {
            if (any instanceof Any beside && contains(any, leaf)) {
                before.addAll(beside.all() ? silences(beside, leaf) : alternatives(beside, leaf));
            }
        }
        return before;
    }

    private static List<Part> alternatives(Any any, Part leaf) {
        return any.parts().stream()
                .takeWhile(one -> !contains(one, leaf))
                .filter(one -> one instanceof One event && !event.isCounted())
                .toList();
    }

    private static List<Part> silences(Any all, Part leaf) {
        return contained(all.parts(), leaf) && leaf instanceof Silence
                ? List.of()
                : all.parts().stream().filter(Silence.class::isInstance).toList();
    }

    static int indexOf(List<Part> parts, Part part) {
        int index = 0;
        while (parts.get(index) != part) {
            index++;
        }
        return index;
    }

    static boolean areSame(List<Part> parts, List<Part> others) {
        return parts.size() == others.size() && parts.stream().allMatch(part -> contained(others, part));
    }

    static boolean contained(List<Part> parts, Part part) {
        return parts.stream().anyMatch(one -> one == part);
    }

    boolean hasBegun(Part part) {
        return all(part).stream().anyMatch(begun::contains);
    }

    /** Nothing of a part has happened any more; that it was there once remains. */
    void forget(Part part) {
        parts(part)
                .forEach(inner -> all(inner).forEach(one -> {
                    done.remove(one);
                    begun.remove(one);
                    broken.remove(one);
                    counts.remove(one);
                }));
        begun.add(part);
    }

    /** What is known of a part: true, false, or null when it is not decided. */
    Boolean value(Part part) {
        if (part instanceof One one) {
            return one.min() == 0 || done.contains(one) ? true : null;
        }
        if (part instanceof Silence silence) {
            return broken.contains(silence)
                    ? (Boolean) false
                    : silence.millis() == 0 || done.contains(silence) ? true : null;
        }
        if (part instanceof Every every) {
            return Boolean.TRUE.equals(value(every.part())) ? true : null;
        }
        if (part instanceof Within within) {
            return broken.contains(within) ? (Boolean) false : value(within.chain());
        }
        if (part instanceof Group group) {
            boolean isEnough = counts.getOrDefault(group, 0) >= group.min() || Steps.needsNothing(group.chain());
            return isEnough ? (Boolean) true : Boolean.FALSE.equals(value(group.chain())) ? false : null;
        }
        boolean isAll = !(part instanceof Any any) || any.all();
        List<Boolean> values = new ArrayList<>();
        parts(part).forEach(inner -> values.add(value(inner)));
        if (values.contains(!isAll)) {
            return !isAll;
        }
        return values.contains(null) ? null : (Boolean) isAll;
    }

    boolean isTrue(Part part) {
        return Boolean.TRUE.equals(value(part));
    }

    boolean isFalse(Part part) {
        return Boolean.FALSE.equals(value(part));
    }

    /** The same if silences without a time were not broken. */
    Inside withoutUntimed() {
        Inside other = new Inside(this);
        other.broken.removeIf(part -> part instanceof Silence silence && silence.millis() == 0);
        return other;
    }

    /** The events and silences that are waited for. */
    List<Part> open(Part part) {
        if (part instanceof One one) {
            return counts.getOrDefault(one, 0) < one.max() ? List.of(one) : List.of();
        }
        if (part instanceof Silence silence) {
            return done.contains(silence) || broken.contains(silence) ? List.of() : List.of(silence);
        }
        if (part instanceof Within within) {
            return done.contains(within) || broken.contains(within) ? List.of() : open(within.chain());
        }
        if (part instanceof Group group) {
            return openRounds(group);
        }
        return part instanceof Chain chain
                ? openInTurn(chain)
                : parts(part).stream().flatMap(inner -> open(inner).stream()).toList();
    }

    private List<Part> openRounds(Group group) {
        if (!isTrue(group.chain())) {
            return open(group.chain());
        }
        List<Part> open = new ArrayList<>();
        if (Steps.goesOn(group.chain())) {
            open.addAll(open(group.chain()));
        }
        if (counts.getOrDefault(group, 0) < group.max()) {
            first(group.chain()).stream().filter(leaf -> !contained(open, leaf)).forEach(open::add);
        }
        return open;
    }

    // What has enough goes on until something behind it begins; what has failed is over.
    private List<Part> openInTurn(Chain chain) {
        List<Part> open = new ArrayList<>();
        for (Part part : chain.parts()) {
            if (isFalse(part)) {
                return List.of();
            }
            if (hasBegun(part)) {
                open.clear();
            }
            if (!isTrue(part) || Steps.goesOn(part)) {
                open.addAll(open(part));
            }
            if (!isTrue(part)) {
                return open;
            }
        }
        return open;
    }

    /** What a part waits for at the beginning. */
    static List<Part> first(Part part) {
        return new Inside().open(part);
    }

    /** The group of which an event that is waited for begins another round: of groups inside groups the outer one. */
    Group begins(Part place, Part leaf) {
        List<Part> outerFirst = new ArrayList<>(all(place));
        Collections.reverse(outerFirst);
        for (Part part : outerFirst) {
            if (part instanceof Group group
                    && contained(first(group.chain()), leaf)
                    && leaves(group).stream().anyMatch(begun::contains)
                    && counts.getOrDefault(group, 0) < group.max()
                    && isTrue(group.chain())) {
                return group;
            }
        }
        return null;
    }

    /** Whether a part, broken by an event that must not come before another at its beginning, waits for that other one. */
    boolean givesWay(Part part) {
        boolean isBrokenFirst = first(part).stream()
                .anyMatch(leaf -> broken.contains(leaf) && leaf instanceof Silence silence && silence.millis() == 0);
        return isBrokenFirst
                && withoutUntimed().value(part) == null
                && !open(part).isEmpty();
    }

    /** Whether nothing can have come before a silence of a place. */
    boolean isAtBeginning(Part place, Silence silence) {
        boolean isInLaterRound = all(place).stream()
                .anyMatch(part -> part instanceof Group && contains(part, silence) && counts.getOrDefault(part, 0) > 0);
        return contained(first(place), silence) && !isInLaterRound;
    }
}
