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
            for (; due <= now && !own.isStopped(); due += intervalMillis) {
                append(out.rows(), due);
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
