package eventflux.bench.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What came out: counted and added up while timed, kept as text while compared. Written by the sending thread only. */
public final class Results {

    private final List<String> kept;
    private long rows;
    private double sum;

    private Results(List<String> kept) {
        this.kept = kept;
    }

    /** Only counts and adds up the second column. */
    public static Results counting() {
        return new Results(null);
    }

    /** Keeps every row as text. */
    public static Results keeping() {
        return new Results(new ArrayList<>());
    }

    boolean isKeeping() {
        return kept != null;
    }

    void add(double secondColumn) {
        rows++;
        sum += secondColumn;
    }

    void keep(String row) {
        kept.add(row);
    }

    /** How many rows came out. */
    public long rows() {
        return rows;
    }

    /** The sum over the second column of all rows. */
    public double sum() {
        return sum;
    }

    /** The kept rows, sorted: no engine promises an order among the groups of one batch. */
    List<String> sorted() {
        List<String> sorted = new ArrayList<>(kept);
        Collections.sort(sorted);
        return sorted;
    }
}
