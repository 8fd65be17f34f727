package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Any;
import eventflux.examples.scenarios.pattern.Part.Chain;
import eventflux.examples.scenarios.pattern.Part.Every;
import eventflux.examples.scenarios.pattern.Part.Group;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Part.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a pattern waits for, one thing after another. */
final class Steps {

    /** What repeats; of two that begin at one place the shorter. */
    final List<Span> repeats = new ArrayList<>();

    /** What is limited in time. */
    final List<Span> limits = new ArrayList<>();

    /** What is waited for at each place: an event, a silence, or several of them. */
    final List<Part> all = new ArrayList<>();

    Steps(Part part) {
        add(part);
    }

    /** Some places one after another; with a time if they are limited. */
    record Span(int first, int last, long millis) {
        boolean contains(int place) {
            return first <= place && place <= last;
        }
    }

    private void add(Part part) {
        int first = all.size();
        if (part instanceof Chain chain) {
            chain.parts().forEach(this::add);
        } else if (part instanceof Group group) {
            for (int round = 0; round < group.rounds(); round++) {
                group.chain().parts().forEach(inner -> add(another(inner)));
            }
        } else if (part instanceof Every every) {
            add(every.part());
            if (repeats.stream().noneMatch(other -> other.first() == first)) {
                repeats.add(new Span(first, all.size() - 1, 0));
            }
        } else if (part instanceof Within within) {
            add(within.chain());
            limits.add(new Span(first, all.size() - 1, within.millis()));
        } else {
            all.add(part);
        }
    }

    /** The same for another round: places tell their parts apart by what they are, not by what they say. */
    private static Part another(Part part) {
        if (part instanceof One one) {
            return new One(one.alias(), one.stream(), one.test(), one.min(), one.max(), one.inGroup());
        }
        if (part instanceof Silence silence) {
            return new Silence(silence.stream(), silence.test(), silence.millis());
        }
        if (part instanceof Any any) {
            return new Any(any.all(), any.parts().stream().map(Steps::another).toList());
        }
        if (part instanceof Within within) {
            return new Within((Chain) another(within.chain()), within.millis());
        }
        return new Chain(((Chain) part).parts().stream().map(Steps::another).toList());
    }

    /** Whether events of a stream matter. */
    boolean reads(String stream) {
        for (int place = 0; place < all.size(); place++) {
            for (Part leaf : leaves(place)) {
                if (leaf instanceof One one
                        ? one.stream().equals(stream)
                        : ((Silence) leaf).stream().equals(stream)) {
                    return true;
                }
            }
        }
        return false;
    }

    int last() {
        return all.size() - 1;
    }

    /** The events and silences of a place. */
    List<Part> leaves(int place) {
        List<Part> leaves = new ArrayList<>();
        collect(all.get(place), leaves);
        return leaves;
    }

    private static void collect(Part part, List<Part> leaves) {
        if (part instanceof Any any) {
            any.parts().forEach(inner -> collect(inner, leaves));
        } else if (part instanceof Chain chain) {
            chain.parts().forEach(inner -> collect(inner, leaves));
        } else {
            leaves.add(part);
        }
    }

    /** Whether so many events suffice at a place. */
    boolean isEnough(int place, int count) {
        return all.get(place) instanceof One one && one.isCounted() && count >= one.min();
    }

    /** The innermost repeat around a place that begins at a place or before it. */
    List<Span> repeatsAround(int place, int latest) {
        return repeats.stream()
                .filter(repeat -> repeat.contains(place) && repeat.first() <= latest)
                .sorted((one, other) -> Integer.compare(other.first(), one.first()))
                .toList();
    }

    boolean isRepeated(int place) {
        return repeats.stream().anyMatch(repeat -> repeat.first() == place);
    }

    /** Whether nothing but silence is waited for. */
    boolean isSilent(int place) {
        return leaves(place).stream().allMatch(Silence.class::isInstance);
    }

    /** Whether a leaf of a place may happen now: in a chain one part comes after another, and none again. */
    boolean isTurn(int place, Part leaf, Set<Part> done, Set<Part> broken) {
        return isTurn(all.get(place), leaf, done, broken, false);
    }

    /** Whether what comes before a leaf of a place has happened. */
    boolean hasBegun(int place, Part leaf, Set<Part> done, Set<Part> broken) {
        return isTurn(all.get(place), leaf, done, broken, true);
    }

    private static boolean isTurn(Part part, Part leaf, Set<Part> done, Set<Part> broken, boolean mayBeOver) {
        if (part instanceof Any any) {
            return any.parts().stream()
                    .filter(inner -> contains(inner, leaf))
                    .allMatch(inner -> isTurn(inner, leaf, done, broken, mayBeOver));
        }
        if (part instanceof Chain chain) {
            List<Part> parts = chain.parts();
            for (int i = 0; i < parts.size(); i++) {
                Boolean value = value(parts.get(i), done, broken);
                if (contains(parts.get(i), leaf)) {
                    // What collects goes on until what comes after it is decided; what has failed takes no more.
                    boolean collects = parts.get(i) instanceof One one && one.isCounted();
                    int last = collects ? i + 1 : i;
                    boolean isOpen = last == parts.size() || value(parts.get(last), done, broken) == null;
                    return (mayBeOver || isOpen) && isTurn(parts.get(i), leaf, done, broken, mayBeOver);
                }
                if (!Boolean.TRUE.equals(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean contains(Part part, Part leaf) {
        List<Part> leaves = new ArrayList<>();
        collect(part, leaves);
        return leaves.stream().anyMatch(one -> one == leaf);
    }

    /** Whether something of the same place comes before a leaf. */
    boolean isBehindOthers(int place, Part leaf) {
        return !hasBegun(place, leaf, Set.of(), Set.of());
    }

    /** What is known of a place: true, false, or null when it is not decided. */
    Boolean value(int place, Set<Part> done, Set<Part> broken) {
        return value(all.get(place), done, broken);
    }

    private static Boolean value(Part part, Set<Part> done, Set<Part> broken) {
        if (part instanceof Chain chain) {
            return value(new Any(true, chain.parts()), done, broken);
        }
        if (part instanceof Any any) {
            List<Boolean> values = new ArrayList<>();
            any.parts().forEach(inner -> values.add(value(inner, done, broken)));
            if (values.contains(!any.all())) {
                return !any.all();
            }
            return values.contains(null) ? null : any.all();
        }
        if (broken.contains(part)) {
            return false;
        }
        boolean isUntimed = part instanceof Silence silence && silence.millis() == 0;
        return isUntimed || done.contains(part) ? true : null;
    }
}
