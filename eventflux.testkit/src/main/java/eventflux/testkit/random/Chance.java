package eventflux.testkit.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices by chance, the same for one seed as long as they are asked for in the same order. Used by one thread at a time. */
public final class Chance {

    private final SplittableRandom random;

    /**
     * The choices of a seed.
     *
     * @param seed any number; a test that fails names it, so that what it made can be made again
     */
    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * A number from 0 to the one before the bound.
     *
     * @throws IllegalArgumentException if the bound is not positive
     */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /**
     * A number from the first to the second, both included.
     *
     * @throws IllegalArgumentException if the first is greater than the second
     */
    public int from(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /**
     * True once in so many times.
     *
     * @throws IllegalArgumentException if the number of times is not positive
     */
    public boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if there are none
     */
    public <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /**
     * One of them; what is named twice comes twice as often.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SafeVarargs
    public final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Some of them in their order, as many as the list has if more are asked for; a new list. */
    public <T> List<T> some(List<T> all, int count) {
        List<T> some = new ArrayList<>(all);
        while (some.size() > count) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }
}
