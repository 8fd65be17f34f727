package eventflux.testkit.random;

/** Names that are given once, numbered in the order in which they are asked for. Used by one thread at a time. */
public final class FreshNames {

    private int last;

    /**
     * A name that was not given before.
     *
     * @param first what it begins with; not a digit at its end, or two names could be one
     */
    public String next(String first) {
        return first + ++last;
    }
}
