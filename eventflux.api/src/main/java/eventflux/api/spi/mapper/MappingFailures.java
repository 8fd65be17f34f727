package eventflux.api.spi.mapper;

/**
 * Collects the rows of one message that could not be read, for mappers whose messages hold many: the others are mapped first, so
 * that one bad row does not cost a whole document, and then one exception is thrown for all. For one thread; used again for the
 * next message.
 */
public final class MappingFailures {

    private static final int MOST_ATTACHED = 10;

    // Written by the thread that maps.
    private MappingException first; // null while nothing failed
    private int count;

    /** Nothing failed yet. */
    public MappingFailures() {}

    /** Forgets the failures of the message before. */
    public void clear() {
        first = null;
        count = 0;
    }

    /** Takes a failure; those behind the first ten are only counted. */
    public void add(MappingException failure) {
        count++;
        if (first == null) {
            first = failure;
        } else if (count <= MOST_ATTACHED) {
            first.addSuppressed(failure);
        }
    }

    /**
     * Throws the first failure, saying how many more there are, with the next ones attached as suppressed exceptions; returns when
     * there was none.
     */
    public void throwIfAny() throws MappingException {
        if (count == 1) {
            throw first;
        }
        if (count > 1) {
            MappingException all = new MappingException(
                    first.getMessage() + " (and " + (count - 1) + " more could not be read)", first.place(), first);
            for (Throwable other : first.getSuppressed()) {
                all.addSuppressed(other);
            }
            throw all;
        }
    }
}
