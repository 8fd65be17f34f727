package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.sink.MessageSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;

/** Writes one message a line, and the mapper's header at the beginning of each file. */
final class FileSink implements MessageSink {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long SOON_MILLIS = 100;

    private final FileSinkOptions options;
    private final TimeSource time;
    private final RolledFiles rolled;

    // All that follows is written by the thread that owns the application.
    private OutputStream file; // null while it is closed
    private byte[] header = new byte[0];
    private long size;
    private long openedMillis;

    FileSink(FileSinkOptions options, TimeSource time, RolledFiles rolled) {
        this.options = options;
        this.time = time;
        this.rolled = rolled;
    }

    @Override
    public void start() throws IOException {
        Path folder = options.path().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        open(options.isAppending());
    }

    private void open(boolean isAppending) throws IOException {
        file = new BufferedOutputStream(
                Files.newOutputStream(
                        options.path(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        isAppending ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING),
                BUFFER_BYTES);
        size = Files.size(options.path());
        if (size > 0 && !endsWithALine()) {
            // Whoever wrote it was interrupted in the middle of a line.
            file.write('\n');
            size++;
        }
        openedMillis = time.millis();
    }

    private boolean endsWithALine() throws IOException {
        try (FileChannel written = FileChannel.open(options.path(), StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return written.read(last, size - 1) < 1 || last.get(0) == '\n';
        }
    }

    @Override
    public void header(byte[] bytes, int offset, int length) throws IOException {
        header = Arrays.copyOfRange(bytes, offset, offset + length);
        writeHeader();
    }

    private void writeHeader() throws IOException {
        if (size == 0 && header.length > 0) {
            write(header, 0, header.length);
        }
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        if (file == null) {
            // The last rotation failed half-way; what can be written now is better than nothing.
            open(true);
        }
        if (size > header.length + 1L && options.rotation().isDue(size, length + 1L, time.millis() - openedMillis)) {
            rotate();
        }
        write(payload, offset, length);
    }

    private void rotate() throws IOException {
        file.close();
        file = null;
        Path target = Rotation.rolledName(options.path(), Instant.ofEpochMilli(time.millis()));
        Files.move(options.path(), target);
        rolled.add(target);
        open(false);
        writeHeader();
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
        file.write('\n');
        size += length + 1L;
    }

    @Override
    public void flush() throws IOException {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public long flushAfterMillis() {
        return Math.max(options.flushMillis(), SOON_MILLIS);
    }

    @Override
    public void stop() throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            file = null;
            rolled.finish();
        }
    }
}
