package eventflux.ext.functions.stream;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;

/** Remembers values for a while after they have passed, in the order in which they passed. */
final class Deduplicate implements StreamProcessor {

    private final EntryMap passed;
    private final LongCell end;
    private final Timer timer;
    private final long millis;

    Deduplicate(EntryMap passed, Timer timer, long millis) {
        this.passed = passed;
        this.end = passed.entry().longCell("end", 0);
        this.timer = timer;
        this.millis = millis;
    }

    @Override
    public void onRow(Row row, Row arguments, long now, StreamOutput out) {
        forget(now);
        if (passed.select(arguments)) {
            return;
        }
        passed.add(arguments);
        end.set(now + millis);
        if (!timer.isScheduled()) {
            timer.schedule(now + millis);
        }
        out.emit(row);
    }

    @Override
    public void onTimer(long now, StreamOutput out) {
        forget(now);
        if (passed.selectFirst()) {
            timer.schedule(end.get());
        }
    }

    private void forget(long now) {
        while (passed.selectFirst() && end.get() <= now) {
            passed.remove();
        }
    }
}
