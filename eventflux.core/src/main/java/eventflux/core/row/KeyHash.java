package eventflux.core.row;

/**
 * Spreads keys over tables whose sizes are powers of two: codes that follow one another, numbers with zeros behind, as whole
 * numbers that are real ones have, and hashes. Two rounds of what mixers of this family do; one round leaves long runs.
 */
public final class KeyHash {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    private KeyHash() {}

    /** A hash whose low bits depend on all bits of the key. */
    public static int of(long key) {
        long mixed = (key ^ key >>> Integer.SIZE) * FIRST;
        mixed = (mixed ^ mixed >>> 29) * SECOND;
        return (int) (mixed >>> Integer.SIZE);
    }
}
