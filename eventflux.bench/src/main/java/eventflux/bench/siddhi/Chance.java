package eventflux.bench.siddhi;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices by chance, the same for one seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from the first to the second. */
    int from(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Some of them in their order, as many as the list has if more are asked for. */
    <T> List<T> some(List<T> all, int count) {
        List<T> some = new ArrayList<>(all);
        while (some.size() > count) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }
}
