package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of that one of several indexes which has the fewest for an event. All are asked in turn, a row at a time, until the first
 * of them has no more: so it costs that many rows of each, however many the others have.
 */
public final class FewestCandidates implements Candidates {

    private static final int INITIAL_CAPACITY = 16;

    private final Candidates[] ways;
    // All fields below are written by the thread that owns the application.
    private int[][] slots;
    private int[] fewest;
    private int count;
    private int place;

    /** The rows of the best of several ways, any of which gives all that are wanted. */
    public FewestCandidates(List<Candidates> ways) {
        this.ways = ways.toArray(Candidates[]::new);
        slots = new int[this.ways.length][INITIAL_CAPACITY];
        fewest = slots[0];
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        for (Candidates way : ways) {
            way.begin(event, context);
        }
        place = 0;
        count = 0;
        while (!ends()) {
            count++;
        }
    }

    // One more row of each.
    private boolean ends() {
        for (int way = 0; way < ways.length; way++) {
            int slot = ways[way].next();
            if (slot == EqualIndex.NONE) {
                fewest = slots[way];
                return true;
            }
            if (count == slots[way].length) {
                slots[way] = Arrays.copyOf(slots[way], count * 2);
            }
            slots[way][count] = slot;
        }
        return false;
    }

    @Override
    public int next() {
        return place < count ? fewest[place++] : EqualIndex.NONE;
    }

    @Override
    public String toString() {
        return "the fewest of " + Arrays.toString(ways);
    }
}
