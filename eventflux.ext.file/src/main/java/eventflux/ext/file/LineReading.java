package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Reads a file line by line, and follows it as it grows, is cut short, or gives way to another at the same path. Of a file that
 * was replaced, what is left is read first, its last line even without an end. What happened and was undone between two looks is
 * not seen: a second replacement, or a file cut short that has grown beyond its old length.
 */
final class LineReading implements SourceThread.Work, LineFramer.Lines {

    private final FileSourceOptions options;
    private final TimeSource time;
    private final Supplier<Logger> log;
    private final LineFramer framer;

    // All that follows is written by the source's thread.
    private SourceOutput out;
    private SourceThread thread;
    private int skipLines;

    LineReading(FileSourceOptions options, TimeSource time, Supplier<Logger> log) {
        this.options = options;
        this.time = time;
        this.log = log;
        this.framer = new LineFramer(options.framing(), options.mostBytes(), this);
    }

    @Override
    public boolean run(SourceOutput output, SourceThread own) throws IOException, InterruptedException {
        out = output;
        thread = own;
        boolean fromEnd = options.isFromEnd();
        while (!thread.isStopped()) {
            try (FollowedFile file = FollowedFile.open(options.path())) {
                begin(file, fromEnd);
                if (!read(file)) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                if (!options.isFollowing()) {
                    return true;
                }
                if (!awaitPoll()) {
                    return false;
                }
            }
            if (!options.isFollowing()) {
                return true;
            }
            // Every further file is new from its first line on.
            fromEnd = false;
        }
        return false;
    }

    private void begin(FollowedFile file, boolean fromEnd) throws IOException {
        if (fromEnd && file.skipToEnd()) {
            framer.dropLine();
        }
        skipLines = file.channel().position() == 0 ? options.skipLines() : 0;
    }

    /** Reads one file until it is at its end or gone; false when the source was stopped. */
    private boolean read(FollowedFile file) throws IOException, InterruptedException {
        while (true) {
            if (!readToEnd(file)) {
                return false;
            }
            FollowedFile.Change change = options.isFollowing() ? file.change() : FollowedFile.Change.REPLACED;
            switch (change) {
                case REPLACED -> {
                    // Something may have been written between the last read and the look.
                    boolean wanted = readToEnd(file) && framer.finish();
                    out.flush();
                    return wanted;
                }
                case TRUNCATED -> {
                    log.get().info("{} was cut short and is read from its beginning", options.path());
                    framer.restart();
                    file.rewind();
                    begin(file, false);
                }
                case NONE -> {
                    if (!awaitPoll()) {
                        return false;
                    }
                }
            }
        }
    }

    private boolean awaitPoll() throws InterruptedException {
        return thread.awaitTime(time.millis() + options.pollMillis());
    }

    private boolean readToEnd(FollowedFile file) throws IOException {
        while (framer.fill(file.channel()) >= 0) {
            if (!framer.drain() || thread.isStopped()) {
                return false;
            }
            out.flush();
        }
        return true;
    }

    @Override
    public boolean line(long number, byte[] bytes, int offset, int length) {
        return number <= skipLines || out.message(bytes, offset, length);
    }

    @Override
    public void tooLong(long number) {
        IOException tooLong = new IOException("a line of more than max.message.bytes=" + options.mostBytes());
        out.rejected(tooLong, options.path() + ", line " + number);
    }
}
