package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;
import java.util.Objects;

/**
 * Hands what comes into a stream to all who read it: queries in the order of the text, then sinks and callbacks in the order in
 * which they were added. Used by the thread that owns the application.
 */
public final class StreamJunction implements RunReceiver {

    private final String name;
    private final RowLayout layout;
    private final boolean byRow;
    private final RowRun single = new RowRun();

    // All fields below are written by the thread that owns the application.
    private RunReceiver[] receivers = new RunReceiver[0];
    private long received;

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

    /** Adds a reader after the others. */
    public void add(RunReceiver receiver) {
        receivers = Arrays.copyOf(receivers, receivers.length + 1);
        receivers[receivers.length - 1] = receiver;
    }

    /** Takes a reader away. */
    public void remove(RunReceiver receiver) {
        receivers = Arrays.stream(receivers).filter(one -> one != receiver).toArray(RunReceiver[]::new);
    }

    @Override
    public void receive(RowRun run) {
        received += run.count();
        if (byRow && run.count() > 1) {
            receiveByRow(run);
        } else {
            hand(run);
        }
    }

    private void receiveByRow(RowRun run) {
        int end = run.end();
        for (int at = run.offset(); at < end; ) {
            int length = run.buffer().getInt(at + RowLayout.LENGTH_OFFSET);
            hand(single.wrap(run.buffer(), at, length, 1));
            at += length;
        }
    }

    private void hand(RowRun run) {
        RunReceiver[] all = receivers;
        for (int i = 0; i < all.length; i++) {
            all[i].receive(run);
        }
    }
}
