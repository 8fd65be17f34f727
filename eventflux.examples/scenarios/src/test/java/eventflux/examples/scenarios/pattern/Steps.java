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

/** What a pattern waits for, one thing after another. */
final class Steps {

    /** What repeats, of whole places. */
    final List<Span> repeats = new ArrayList<>();

    /** What is limited in time, of whole places. */
    final List<Span> limits = new ArrayList<>();

    /** What is waited for at each place: an event, a silence, or several of them. */
    final List<Part> all = new ArrayList<>();

    Steps(Part part) {
        add(part, true);
    }

    /** Some places one after another; with a time if they are limited. */
    record Span(int first, int last, long millis) {
        boolean contains(int place) {
            return first <= place && place <= last;
        }
    }

    private void add(Part part, boolean isLast) {
        int first = all.size();
        if (part instanceof Chain chain) {
            add(chain.parts(), isLast);
        } else if (part instanceof Every every) {
            add(every.part(), isLast);
            if (!beginsWithEvery(every.part())) {
                repeats.add(new Span(first, all.size() - 1, 0));
            }
        } else if (part instanceof Within within) {
            add(within.chain(), isLast);
            limits.add(new Span(first, all.size() - 1, within.millis()));
        } else if (part instanceof Group group) {
            add(group);
        } else {
            all.add(another(part));
        }
    }

    // What goes on when it is complete is waited for together with what follows.
    private void add(List<Part> parts, boolean isLast) {
        for (int i = 0; i < parts.size(); i++) {
            boolean endsPattern = isLast && i == parts.size() - 1;
            if (endsPattern || !isOpen(parts.get(i))) {
                add(parts.get(i), endsPattern);
                continue;
            }
            List<Part> together = new ArrayList<>(List.of(another(parts.get(i))));
            do {
                i++;
                together.add(another(parts.get(i)));
            } while (i < parts.size() - 1 && goesOn(parts.get(i)));
            all.add(new Chain(together, " -> "));
        }
    }

    // Each round of its own, if they are all alike.
    private void add(Group group) {
        if (group.min() == 0) {
            all.add(another(group));
        } else if (isPlain(group.chain())) {
            for (int round = 0; round < group.min(); round++) {
                add(another(group.chain()), false);
            }
        } else {
            all.add(another(new Group(group.chain(), group.min(), group.min())));
        }
    }

    /** The same at another place: places tell their parts apart by what they are, not by what they say. */
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
        if (part instanceof Every every) {
            Part inner = another(every.part());
            return beginsWithEvery(inner) ? inner : new Every(inner);
        }
        if (part instanceof Group group) {
            return new Group((Chain) another(group.chain()), group.min(), group.max());
        }
        Chain chain = (Chain) part;
        return new Chain(chain.parts().stream().map(Steps::another).toList(), chain.separator());
    }

    static boolean beginsWithEvery(Part part) {
        return part instanceof Every
                || part instanceof Chain chain && beginsWithEvery(chain.parts().get(0))
                || part instanceof Within within && beginsWithEvery(within.chain());
    }

    static boolean needsNothing(Part part) {
        if (part instanceof One one) {
            return one.min() == 0;
        }
        if (part instanceof Silence silence) {
            return silence.millis() == 0;
        }
        if (part instanceof Any any && !any.all()) {
            return any.parts().stream().anyMatch(Steps::needsNothing);
        }
        return part instanceof Group group && group.min() == 0
                || Inside.parts(part).stream().allMatch(Steps::needsNothing);
    }

    /** Whether it is no place of its own, since it goes on when it is complete. */
    private static boolean isOpen(Part part) {
        if (part instanceof Any) {
            return needsNothing(part);
        }
        if (part instanceof Group group) {
            return group.min() != group.max() || group.min() == 0 || !isPlain(group.chain()) && goesOn(group.chain());
        }
        if (part instanceof One || part instanceof Silence) {
            return false;
        }
        if (!(part instanceof Chain chain)) {
            return isOpen(Inside.parts(part).get(0));
        }
        for (int i = chain.parts().size() - 1; i >= 0; i--) {
            if (isOpen(chain.parts().get(i))) {
                return true;
            }
            if (!goesOn(chain.parts().get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether it may take more once it is complete. */
    static boolean goesOn(Part part) {
        if (part instanceof One one) {
            return one.min() == 0 || one.min() != one.max();
        }
        if (part instanceof Silence || part instanceof Any) {
            return part instanceof Any && needsNothing(part);
        }
        boolean varies = part instanceof Group group && (group.min() != group.max() || group.min() == 0);
        List<Part> parts = Inside.parts(part);
        return varies || goesOn(parts.get(parts.size() - 1));
    }

    private static boolean isPlain(Part part) {
        boolean isItself = part instanceof Every
                || part instanceof Any && needsNothing(part)
                || part instanceof Group group && (group.min() != group.max() || group.min() == 0);
        return !isItself && Inside.parts(part).stream().allMatch(Steps::isPlain);
    }

    /** Whether events of a stream matter. */
    boolean reads(String stream) {
        return all.stream()
                .flatMap(part -> Inside.leaves(part).stream())
                .anyMatch(leaf -> leaf instanceof One one
                        ? one.stream().equals(stream)
                        : ((Silence) leaf).stream().equals(stream));
    }

    int last() {
        return all.size() - 1;
    }

    /** The events and silences of a place. */
    List<Part> leaves(int place) {
        return Inside.leaves(all.get(place));
    }

    /** Whether so many events suffice at a place. */
    boolean isEnough(int place, int count) {
        return all.get(place) instanceof One one ? one.isCounted() && count >= one.min() : needsNothing(all.get(place));
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

    /** Whether what a place waits for at the beginning starts anew by itself. */
    boolean beginsAnew(int place) {
        List<Part> first = Inside.first(all.get(place));
        return Inside.all(all.get(place)).stream()
                .anyMatch(
                        part -> part instanceof Every && first.stream().allMatch(leaf -> Inside.contains(part, leaf)));
    }
}
