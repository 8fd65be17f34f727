package eventflux.ext.log;

import eventflux.api.event.Row;
import eventflux.api.spi.sink.RowSink;

/** Prints rows. */
final class LogRowSink implements RowSink {

    private final String prefix;
    private final RowText rows;
    private final Lines out;
    private final StringBuilder line = new StringBuilder(); // written by the thread that owns the application
    private boolean isHeaderDue; // written by the thread that owns the application

    LogRowSink(String prefix, RowText rows, Lines out, boolean hasHeader) {
        this.prefix = prefix;
        this.rows = rows;
        this.out = out;
        this.isHeaderDue = hasHeader;
    }

    @Override
    public void start() {
        // There is nothing to connect to.
    }

    @Override
    public void publish(Row row) {
        if (isHeaderDue) {
            isHeaderDue = false;
            header();
        }
        line.setLength(0);
        line.append(prefix);
        rows.append(line, row);
        out.line(line);
    }

    private void header() {
        line.setLength(0);
        rows.appendHeader(line);
        if (line.length() > 0) {
            line.insert(0, prefix);
            out.line(line);
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public long flushAfterMillis() {
        return Lines.FLUSH_MILLIS;
    }

    @Override
    public void stop() {
        out.flush();
    }
}
