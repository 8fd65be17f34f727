package eventflux.ext.timer;

import eventflux.api.TimeSource;
import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;

/**
 * Sends a row whenever an interval has passed since the start. Rows for which there was no time are sent late, but sent, so that
 * there are as many as intervals.
 */
final class TimerSource implements Source {

    private static final String TICK = "tick";

    // Late rows are given in parts, between which the source can be stopped however slowly they are processed.
    private static final int LARGEST_BATCH = 64;

    private final String threadName;
    private final Schema schema;
    private final TimeSource time;
    private final long intervalMillis;
    private SourceThread thread; // written by the thread that starts and stops; null before the first start

    TimerSource(String threadName, Schema schema, TimeSource time, long intervalMillis) {
        this.threadName = threadName;
        this.schema = schema;
        this.time = time;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void start(SourceOutput out) {
        long firstMillis = time.millis() + intervalMillis;
        thread = new SourceThread(threadName, time, (output, own) -> tick(output, own, firstMillis));
        thread.start(out);
    }

    private boolean tick(SourceOutput out, SourceThread own, long firstMillis) throws InterruptedException {
        long due = firstMillis;
        while (own.awaitTime(due)) {
            long now = time.millis();
            for (int given = 1; due <= now && !own.isStopped(); given++, due += intervalMillis) {
                append(out.rows(), due);
                if (given % LARGEST_BATCH == 0) {
                    out.flush();
                }
            }
            out.flush();
        }
        return false;
    }

    private void append(RowAppender rows, long due) {
        rows.begin();
        if (schema.column(0).type() == DataType.STRING) {
            rows.setString(0, TICK);
        }
        for (int i = 0; i < schema.size(); i++) {
            if (schema.column(i).type() == DataType.LONG) {
                rows.setLong(i, due);
            }
        }
        rows.commit();
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.stop();
        }
    }
}
