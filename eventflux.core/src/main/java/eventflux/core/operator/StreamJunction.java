package eventflux.core.operator;

import eventflux.core.operator.loop.LoopQueue;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;
import java.util.Objects;

/**
 * Hands what comes into a stream to all who read it: first to sinks and callbacks in the order in which they were added,
 * then to queries in the order of the text, so that whoever watches sees a row before what follows from it. Used by the
 * thread that owns the application.
 */
public final class StreamJunction implements RunReceiver {

    private final String name;
    private final RowLayout layout;
    private final boolean byRow;
    private final RowRun single = new RowRun();

    // All fields below are written by the thread that owns the application.
    private RunReceiver[] receivers = new RunReceiver[0];
    private int observers;
    private long received;
    // Written once, before the first row.
    private LoopQueue loops; // null when no row of the stream may come round
    private boolean isTakenApart;

    /**
     * A stream without readers.
     *
     * @param name of the stream
     * @param layout of its rows
     * @param byRow whether all readers see one row before any sees the next, because what they do meets again
     */
    public StreamJunction(String name, RowLayout layout, boolean byRow) {
        this.name = Objects.requireNonNull(name, "name");
        this.layout = Objects.requireNonNull(layout, "layout");
        this.byRow = byRow;
        this.isTakenApart = byRow;
    }

    /** Makes each row that comes from outside a step of its own, which ends when nothing comes round any more; before the first row. */
    public void inSteps(LoopQueue queue) {
        loops = queue;
        isTakenApart = true;
    }

    /** The stream's name. */
    public String name() {
        return name;
    }

    /** The layout of the rows. */
    public RowLayout layout() {
        return layout;
    }

    /** How many rows have come. */
    public long received() {
        return received;
    }

    /** Adds a query after all readers. */
    public void add(RunReceiver query) {
        insert(receivers.length, query);
    }

    /** Adds a sink or callback after the others and before the queries. */
    public void observe(RunReceiver observer) {
        insert(observers, observer);
        observers++;
    }

    /** Takes a sink or callback away. */
    public void forget(RunReceiver observer) {
        RunReceiver[] rest =
                Arrays.stream(receivers).filter(one -> one != observer).toArray(RunReceiver[]::new);
        observers -= receivers.length - rest.length;
        receivers = rest;
    }

    private void insert(int place, RunReceiver receiver) {
        RunReceiver[] all = new RunReceiver[receivers.length + 1];
        System.arraycopy(receivers, 0, all, 0, place);
        all[place] = receiver;
        System.arraycopy(receivers, place, all, place + 1, receivers.length - place);
        receivers = all;
    }

    /** Counts rows that will be released later. */
    public void count(int rows) {
        received += rows;
    }

    @Override
    public void receive(RowRun run) {
        received += run.count();
        release(run);
    }

    /** Hands rows on that have been counted. */
    public void release(RowRun run) {
        if (isTakenApart) {
            takeApart(run);
        } else {
            hand(run);
        }
    }

    private void takeApart(RowRun run) {
        if (loops != null && loops.begin()) {
            receiveInSteps(run);
        } else if (byRow && run.count() > 1) {
            receiveByRow(run);
        } else {
            hand(run);
        }
    }

    // Inside of the first step.
    private void receiveInSteps(RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            if (at > run.begin()) {
                loops.begin();
            }
            try {
                hand(single.wrap(at, length, 1));
            } finally {
                loops.end();
            }
            at += length;
        }
    }

    private void receiveByRow(RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            hand(single.wrap(at, length, 1));
            at += length;
        }
    }

    private void hand(RowRun run) {
        RunReceiver[] all = receivers;
        for (int i = 0; i < all.length; i++) {
            all[i].receive(run);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("stream " + name + " " + layout + "\n");
        for (int i = observers; i < receivers.length; i++) {
            text.append(receivers[i].toString().indent(2));
        }
        return text.toString();
    }
}
