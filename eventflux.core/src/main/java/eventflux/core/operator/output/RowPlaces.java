package eventflux.core.operator.output;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Where the rows of a run lie, in an order that can be changed. Used by the thread that owns the application. */
final class RowPlaces {

    private static final int INITIAL_ROWS = 16;
    private static final int INSERTION_ROWS = 8;

    // Written by the thread that owns the application.
    private int[] places = new int[INITIAL_ROWS];
    private int[] merged = new int[INITIAL_ROWS];
    private int count;

    /** Takes the rows of a run as they lie. */
    void take(RowRun run) {
        count = 0;
        if (run.count() > places.length) {
            int capacity = Math.max(run.count(), places.length * 2);
            places = new int[capacity];
            merged = new int[capacity];
        }
        UnsafeBuffer rows = run.buffer();
        for (int at = run.offset(); at < run.end(); at += rows.getInt(at + RowLayout.LENGTH_OFFSET)) {
            places[count++] = at;
        }
    }

    int count() {
        return count;
    }

    int place(int index) {
        return places[index];
    }

    /** Sorts by an order; what is equal keeps its order. Runs of a few rows by insertion, then merged pair by pair. */
    void sort(UnsafeBuffer rows, RowOrder order) {
        for (int start = 0; start < count; start += INSERTION_ROWS) {
            insert(rows, order, start, Math.min(start + INSERTION_ROWS, count));
        }
        for (int width = INSERTION_ROWS; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                merge(rows, order, start, middle, Math.min(middle + width, count));
            }
            int[] other = places;
            places = merged;
            merged = other;
        }
    }

    private void insert(UnsafeBuffer rows, RowOrder order, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            int place = places[i];
            int to = i;
            while (to > start && order.compare(rows, places[to - 1], place) > 0) {
                places[to] = places[to - 1];
                to--;
            }
            places[to] = place;
        }
    }

    private void merge(UnsafeBuffer rows, RowOrder order, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int to = start; to < end; to++) {
            boolean takesLeft =
                    left < middle && (right >= end || order.compare(rows, places[left], places[right]) <= 0);
            merged[to] = places[takesLeft ? left++ : right++];
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(places, count));
    }
}
