package eventflux.core.operator.output;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;

/** Where the rows of a run lie, in an order that can be changed. Used by the thread that owns the application. */
final class RowPlaces {

    private static final int INITIAL_ROWS = 16;
    private static final int INSERTION_ROWS = 8;

    // Written by the thread that owns the application.
    private long[] places = new long[INITIAL_ROWS];
    private long[] merged = new long[INITIAL_ROWS];
    private int count;

    /** Takes the rows of a run as they lie. */
    void take(RowRun run) {
        count = 0;
        if (run.count() > places.length) {
            int capacity = Math.max(run.count(), places.length * 2);
            places = new long[capacity];
            merged = new long[capacity];
        }
        for (long at = run.begin(); at < run.end(); at += RowLayout.length(at)) {
            places[count++] = at;
        }
    }

    int count() {
        return count;
    }

    long place(int index) {
        return places[index];
    }

    /** Sorts by an order; what is equal keeps its order. Runs of a few rows by insertion, then merged pair by pair. */
    void sort(RowOrder order) {
        for (int start = 0; start < count; start += INSERTION_ROWS) {
            insert(order, start, Math.min(start + INSERTION_ROWS, count));
        }
        for (int width = INSERTION_ROWS; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                merge(order, start, middle, Math.min(middle + width, count));
            }
            long[] other = places;
            places = merged;
            merged = other;
        }
    }

    private void insert(RowOrder order, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            long place = places[i];
            int to = i;
            while (to > start && order.compare(places[to - 1], place) > 0) {
                places[to] = places[to - 1];
                to--;
            }
            places[to] = place;
        }
    }

    private void merge(RowOrder order, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int to = start; to < end; to++) {
            boolean takesLeft = left < middle && (right >= end || order.compare(places[left], places[right]) <= 0);
            merged[to] = places[takesLeft ? left++ : right++];
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(places, count));
    }
}
