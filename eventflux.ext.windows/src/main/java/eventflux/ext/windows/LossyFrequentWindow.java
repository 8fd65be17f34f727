package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows come in buckets of {@code 1 / error}. A row passes when its key has been counted for at least {@code support - error} of all
 * rows. At the end of a bucket, keys are forgotten whose count and bucket of origin together do not exceed the number of the bucket;
 * the last of their rows that passed leaves.
 */
final class LossyFrequentWindow implements Window {

    private static final double USUAL_ERROR_SHARE = 0.1;

    private final EntryMap counted;
    private final LongCell count;
    private final LongCell missed;
    private final RowQueue passed;
    private final LongCell total;
    private final double share;
    private final long width;

    LossyFrequentWindow(WindowContext context) {
        double support = share("support", context.arguments().getDouble("support"));
        double error = context.arguments().has("error")
                ? share("error", context.arguments().getDouble("error"))
                : support * USUAL_ERROR_SHARE;
        this.share = support - error;
        this.width = (long) Math.ceil(1 / error);
        this.total = context.state().longCell("total", 0);
        this.counted = context.state().entryMap("counted", Key.columnsOrAll(context));
        this.count = counted.entry().longCell("count", 0);
        this.missed = counted.entry().longCell("missed", 0);
        this.passed = counted.entry().rowQueue("passed");
    }

    private static double share(String parameter, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The " + parameter + " of the window has to lie between 0 and 1, and is " + value + ".");
        }
        return value;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        total.set(total.get() + 1);
        long bucket = (total.get() + width - 1) / width;
        if (!counted.select(row)) {
            counted.add(row);
            missed.set(bucket - 1);
        }
        count.set(count.get() + 1);
        if (count.get() >= share * total.get()) {
            if (!passed.isEmpty()) {
                out.forgotten(passed.first());
                passed.clear();
            }
            passed.append(row);
            out.current(row);
        }
        if (total.get() % width == 0) {
            prune(bucket, out);
        }
    }

    private void prune(long bucket, WindowOutput out) {
        for (boolean found = counted.selectFirst(); found; found = counted.selectNext()) {
            if (count.get() + missed.get() <= bucket) {
                if (!passed.isEmpty()) {
                    out.expired(passed.first());
                }
                counted.remove();
            }
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public boolean expiresInOrder() {
        return false;
    }
}
