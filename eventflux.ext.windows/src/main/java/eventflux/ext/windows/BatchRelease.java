package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** What a batch window tells of the rows of a batch, and when. */
interface BatchRelease {

    /** A row joins the open batch. */
    void add(Row row, WindowOutput out);

    /** The open batch ends; nothing is told when it and the one before are empty. */
    void close(WindowOutput out);

    /** Whether there is nothing that closing could tell of. */
    boolean isIdle();

    /** Whether a batch that is full ends at once; otherwise it stays until a row comes that it has no room for. */
    boolean endsWhenFull();

    /** By the {@code streamCurrent} argument: rows as they come, or whole batches. */
    static BatchRelease of(WindowContext context) {
        return context.arguments().getBoolean("streamCurrent")
                ? new StreamedBatches(context)
                : WholeBatches.of(context);
    }
}
