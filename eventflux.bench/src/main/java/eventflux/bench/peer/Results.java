package eventflux.bench.peer;

import eventflux.api.event.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What came out: counted and added up while timed; a fingerprint and some text while compared. Written by the sending thread. */
public final class Results {

    private static final int KEPT_ROWS = 20_000;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final List<String> kept = new ArrayList<>();
    private boolean isKeeping = true;
    private long rows;
    private long fingerprint;
    private double sum;

    /** Whether rows are looked at as a whole. */
    public boolean isKeeping() {
        return isKeeping;
    }

    /** From now on rows are only counted. */
    public void stopKeeping() {
        isKeeping = false;
        kept.clear();
    }

    /** Counts a row. */
    public void add(double secondColumn) {
        rows++;
        sum += secondColumn;
    }

    /** Counts a row of ours, and looks at it as a whole if that is wanted. */
    void add(Row row) {
        add(row.getDouble(1));
        if (isKeeping) {
            keep(IntStream.range(0, row.schema().columns().size())
                    .mapToObj(row::get)
                    .toArray());
        }
    }

    /** Looks at a whole row. */
    public void keep(Object... values) {
        long hash = 1;
        for (Object value : values) {
            hash = (hash ^ value.hashCode()) * MIX;
            hash ^= hash >>> 29;
        }
        // No engine promises an order among the groups of one batch.
        fingerprint += hash;
        if (kept.size() < KEPT_ROWS) {
            kept.add(Arrays.toString(values));
        }
    }

    /** How many rows came out. */
    public long rows() {
        return rows;
    }

    /** The sum over the second column of all rows. */
    double sum() {
        return sum;
    }

    /** The same for the same rows in any order. */
    long fingerprint() {
        return fingerprint;
    }

    /** The first rows, sorted. */
    List<String> sorted() {
        List<String> sorted = new ArrayList<>(kept);
        Collections.sort(sorted);
        return sorted;
    }
}
