package eventflux.ext.csv;

import eventflux.api.spi.mapper.MappingException;

/**
 * The rows of one message that could not be read. The others are mapped first, so that one bad line does not cost a whole file;
 * then the first failure is thrown with the next few attached.
 */
final class MappingFailures {

    private static final int MOST_ATTACHED = 10;

    // Written by the thread that maps.
    private MappingException first;
    private int count;

    void clear() {
        first = null;
        count = 0;
    }

    void add(MappingException failure) {
        count++;
        if (first == null) {
            first = failure;
        } else if (count <= MOST_ATTACHED) {
            first.addSuppressed(failure);
        }
    }

    void throwIfAny() throws MappingException {
        if (count == 1) {
            throw first;
        }
        if (count > 1) {
            MappingException all = new MappingException(
                    first.getMessage() + " (and " + (count - 1) + " more rows could not be read)",
                    first.place(),
                    first);
            for (Throwable other : first.getSuppressed()) {
                all.addSuppressed(other);
            }
            throw all;
        }
    }
}
