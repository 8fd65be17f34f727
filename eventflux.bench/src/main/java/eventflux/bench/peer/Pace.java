package eventflux.bench.peer;

/**
 * How long things are looked at, in processor time of the process.
 *
 * @param warmNanos of each way before anything is timed, in three parts
 * @param sliceNanos of one slice
 * @param slices of each way; at least three
 */
record Pace(long warmNanos, long sliceNanos, int slices) {

    /** For tables. */
    static final Pace FULL = new Pace(9_000_000_000L, 150_000_000L, 7);

    /** For a look in between: not warm, and few slices. */
    static final Pace QUICK = new Pace(900_000_000L, 80_000_000L, 5);
}
