package eventflux.ext.log;

import eventflux.api.spi.sink.MessageSink;
import java.nio.charset.StandardCharsets;

/** Prints messages as a mapper made them; the text is taken for UTF-8. */
final class LogMessageSink implements MessageSink {

    private final String prefix;
    private final Lines out;
    private final boolean hasHeader;
    private final StringBuilder line = new StringBuilder(); // written by the thread that owns the application

    LogMessageSink(String prefix, Lines out, boolean hasHeader) {
        this.prefix = prefix;
        this.out = out;
        this.hasHeader = hasHeader;
    }

    @Override
    public void start() {
        // There is nothing to connect to.
    }

    @Override
    public void header(byte[] bytes, int offset, int length) {
        if (hasHeader) {
            publish(bytes, offset, length);
        }
    }

    @Override
    public void publish(byte[] payload, int offset, int length) {
        line.setLength(0);
        line.append(prefix).append(new String(payload, offset, length, StandardCharsets.UTF_8));
        out.line(line);
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
