package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Any;
import eventflux.examples.scenarios.pattern.Part.Chain;
import eventflux.examples.scenarios.pattern.Part.Every;
import eventflux.examples.scenarios.pattern.Part.Group;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Other;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Part.Test;
import eventflux.examples.scenarios.pattern.Part.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes patterns by chance, over the streams A, B and C. */
final class RandomPattern {

    private static final List<String> STREAMS = List.of("A", "B", "C");

    private final SplittableRandom random;
    private final boolean isSequence;
    private final List<One> ones = new ArrayList<>();
    private boolean inGroup;

    RandomPattern(SplittableRandom random, boolean isSequence) {
        this.random = random;
        this.isSequence = isSequence;
    }

    /** The events that have names, in order. */
    List<One> ones() {
        return ones;
    }

    /** The next pattern; it needs at least one event or silence. */
    Part next() {
        while (true) {
            ones.clear();
            Chain made = isSequence ? sequence() : chain(1 + random.nextInt(4), true);
            if (needsSomething(made)) {
                return random.nextInt(3) == 0 ? new Within(made, 1 + random.nextInt(40)) : made;
            }
        }
    }

    private Chain sequence() {
        List<Part> parts = new ArrayList<>();
        int length = 2 + random.nextInt(3);
        boolean isRepeated = random.nextInt(4) > 0;
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(24);
            Part part = kind < 4 ? any(1) : kind < 7 ? silence(1 + random.nextInt(15)) : kind < 10 ? group() : one();
            parts.add(i == 0 && isRepeated ? new Every(part) : part);
        }
        return inOrder(parts);
    }

    private Chain inOrder(List<Part> parts) {
        return new Chain(parts, isSequence ? ", " : " -> ");
    }

    // Within it, what collects is told apart by rounds.
    private Group group() {
        boolean wasInGroup = inGroup;
        inGroup = true;
        List<Part> parts = new ArrayList<>();
        int length = 2 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            parts.add(inRound(i, wasInGroup));
        }
        inGroup = wasInGroup;
        int min = random.nextInt(3);
        int more = random.nextInt(3);
        int max = random.nextInt(6) == 0 ? One.OPEN : Math.max(2, min + more);
        Part chain = inOrder(parts);
        return new Group((Chain) chain, min, max);
    }

    private Part inRound(int place, boolean isNested) {
        return switch (random.nextInt(isNested ? 9 : 12)) {
            case 0 -> any(1);
            case 1 -> silence(1 + random.nextInt(15));
            case 9 -> isSequence ? one() : new Every(simple());
            case 10 -> isSequence ? one() : new Within(inOrder(List.of(one(), simple())), 1 + random.nextInt(20));
            case 11 -> place == 0 ? simple() : group();
            default -> one();
        };
    }

    private static boolean needsSomething(Part part) {
        if (part instanceof One one) {
            return one.min() > 0;
        }
        if (part instanceof Every every) {
            return needsSomething(every.part());
        }
        if (part instanceof Within within) {
            return needsSomething(within.chain());
        }
        if (part instanceof Group group) {
            return group.min() > 0 && needsSomething(group.chain());
        }
        if (part instanceof Any any) {
            return !Steps.needsNothing(any);
        }
        return !(part instanceof Chain chain) || chain.parts().stream().anyMatch(RandomPattern::needsSomething);
    }

    private Chain chain(int length, boolean mayRepeat) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            boolean repeats = mayRepeat && random.nextInt(i == 0 ? 2 : 5) == 0;
            int named = ones.size();
            Part part = element(!repeats && mayRepeat);
            while (repeats && !needsSomething(part)) {
                forget(named);
                part = element(false);
            }
            parts.add(repeats ? new Every(part) : part);
        }
        return inOrder(parts);
    }

    private Part element(boolean mayRepeat) {
        return switch (random.nextInt(11)) {
            case 0 -> silence(1 + random.nextInt(20));
            case 1, 2 -> any(2);
            case 3 -> chain(1 + random.nextInt(2), mayRepeat);
            case 4 -> new Within(chain(1 + random.nextInt(2), mayRepeat), 1 + random.nextInt(30));
            case 5 -> group();
            default -> one();
        };
    }

    private Any any(int depth) {
        int named = ones.size();
        boolean all = random.nextBoolean();
        List<Part> parts = new ArrayList<>();
        int size = 2 + random.nextInt(2);
        boolean canEnd = false;
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(9);
            Part part;
            if (kind == 0) {
                // Silence without a time needs something else that ends it.
                long millis = all && (canEnd || i < size - 1) && random.nextBoolean() ? 0 : 1 + random.nextInt(20);
                canEnd |= millis > 0;
                part = silence(millis);
            } else {
                canEnd = true;
                part = kind > 4 || depth < 2 || inGroup ? member() : side(kind, depth);
            }
            parts.add(part);
        }
        if (canEnd) {
            return new Any(all, parts);
        }
        forget(named);
        return any(depth);
    }

    private Part side(int kind, int depth) {
        return switch (kind) {
            case 1 -> any(depth - 1);
            case 2 -> inTurn(depth);
            case 3 -> random.nextBoolean() ? group() : new Within(inTurn(depth), 1 + random.nextInt(30));
            default -> new Every(random.nextBoolean() ? member() : inTurn(depth));
        };
    }

    private Chain inTurn(int depth) {
        List<Part> parts = new ArrayList<>();
        int length = 2 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            parts.add(
                    switch (random.nextInt(8)) {
                        case 0 -> silence(1 + random.nextInt(15));
                        case 1 -> depth > 1 ? any(depth - 1) : member();
                        case 2 -> i > 0 ? new Every(member()) : member();
                        default -> member();
                    });
        }
        return inOrder(parts);
    }

    private void forget(int named) {
        ones.subList(named, ones.size()).clear();
    }

    private Silence silence(long millis) {
        return new Silence(stream(), test(Optional.empty()), millis);
    }

    private One simple() {
        return named(new One("e" + (ones.size() + 1), stream(), test(Optional.empty()), 1, 1, inGroup));
    }

    // Of several that are waited for together.
    private One member() {
        return random.nextInt(4) > 0 ? simple() : counted(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2));
    }

    private One counted(int min) {
        int max = random.nextInt(3) == 0 ? One.OPEN : Math.max(2, min + random.nextInt(3));
        String alias = "e" + (ones.size() + 1);
        return named(new One(alias, stream(), test(Optional.of(alias)), min, max, inGroup));
    }

    private One one() {
        if (random.nextInt(3) > 0) {
            return simple();
        }
        int min = random.nextInt(3);
        int max = random.nextInt(3) == 0 ? One.OPEN : Math.max(1, min + random.nextInt(3));
        String alias = "e" + (ones.size() + 1);
        // Its own name with an index means events collected before.
        boolean collects = inGroup || min != 1 || max != 1;
        Test test = test(collects ? Optional.of(alias) : Optional.empty());
        return named(new One(alias, stream(), test, min, max, inGroup));
    }

    private One named(One one) {
        ones.add(one);
        return one;
    }

    private String stream() {
        return STREAMS.get(random.nextInt(STREAMS.size()));
    }

    private Test test(Optional<String> collecting) {
        String operator = List.of(">", "<", "==").get(random.nextInt(3));
        int kind = random.nextInt(6);
        if (kind < 2) {
            return Test.ANY;
        }
        if (kind == 2 && collecting.isPresent()) {
            return new Test(operator, Optional.of(new Other(collecting.get(), "last", true)), 0);
        }
        if (kind > 3 && !ones.isEmpty()) {
            One other = ones.get(random.nextInt(ones.size()));
            String index = other.isCollected()
                    ? List.of("", "0", "1", "last", "last-1").get(random.nextInt(5))
                    : "";
            return new Test(operator, Optional.of(new Other(other.alias(), index, false)), 0);
        }
        return new Test(operator.equals("==") ? ">" : operator, Optional.empty(), 1 + random.nextInt(2));
    }
}
