package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;

/**
 * Rates made by chance. Passes by what {@code siddhi.md} has under "Rates": {@code first} behind batches, {@code snapshot} of groups with other
 * columns than keys and aggregates, and of aggregates without groups over a window; and by rates by time in partitions, where Siddhi
 * counts from the time of the machine at which the key came.
 */
final class Rates {

    private final Draft draft;
    private final Chance chance;

    Rates(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    /** A rate, or none. */
    String maybe(Selection selection, Window window, String events) {
        return chance.oneIn(3) ? rate(selection, window, events) : "";
    }

    private String rate(Selection selection, Window window, String events) {
        boolean isByTime = !draft.isPartition() && chance.oneIn(2);
        if (isByTime) {
            draft.bindToNow();
        }
        String every = " every " + (isByTime ? chance.from(2, 7) + " sec" : chance.from(2, 4) + " events");
        boolean isWhole = !selection.aggregates() && !selection.tail().contains(" order by ");
        boolean showsAll = events.isEmpty() || events.startsWith("all");
        if (isByTime && isWhole && showsAll && chance.oneIn(3)) {
            draft.has("output snapshot");
            return " output snapshot" + every;
        }
        String which = chance.oneOf("", " all", " last", hasFirst(window) ? " first" : "");
        draft.has("output" + (which.isEmpty() ? " all" : which) + (isByTime ? " by time" : ""));
        return " output" + which + every;
    }

    private static boolean hasFirst(Window window) {
        return window.life() == Window.Life.NONE || window.life() == Window.Life.SLIDING;
    }
}
