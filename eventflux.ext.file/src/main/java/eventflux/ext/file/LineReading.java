package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Reads a file line by line, and follows it as it grows, is cut short, or gives way to another at the same path. Of a file that
 * was replaced, what is left is read first, its last line even without an end. What happened and was undone between two looks is
 * not seen: a second replacement, or a file cut short that has grown beyond its old length.
 */
final class LineReading implements Reading, LineFramer.Lines {

    private final FileSourceOptions options;
    private final TimeSource time;
    private final Supplier<Logger> log;
    private final LineFramer framer;

    // All that follows is written by the source's thread.
    private SourceOutput out;
    private SourceThread thread;
    private int skipLines;
    private boolean isFirst = true;
    // Where reading went on last, and where the next line begins.
    private FilePlace place; // null before the first file
    private FollowedFile current; // null before the first file
    private long nextOffset;
    private long nextLine;

    LineReading(FileSourceOptions options, TimeSource time, Supplier<Logger> log) {
        this.options = options;
        this.time = time;
        this.log = log;
        this.framer = new LineFramer(options.framing(), options.mostBytes(), this);
    }

    @Override
    public Optional<String> place() {
        if (current != null && nextOffset != place.offset()) {
            try {
                place = place.movedTo(current, nextOffset, nextLine);
            } catch (IOException e) {
                // The place before is good too: what follows is read twice then.
                log.get().debug("{} can't be read again", options.path(), e);
            }
        }
        return Optional.ofNullable(place).map(FilePlace::toString);
    }

    @Override
    public void resume(String text) {
        if (FilePlace.isOne(text)) {
            FilePlace told = FilePlace.of(text);
            place = told.isOf(options.path()) ? told : null;
        }
    }

    @Override
    public boolean run(SourceOutput output, SourceThread own) throws IOException, InterruptedException {
        out = output;
        thread = own;
        if (place != null && options.isFollowing() && !finishMoved(place)) {
            return false;
        }
        while (!thread.isStopped()) {
            try (FollowedFile file = FollowedFile.open(options.path())) {
                begin(file);
                if (!read(file)) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                if (!options.isFollowing()) {
                    return true;
                }
                // What comes in its place is new from its first line on, and so is what comes later.
                isFirst = false;
                if (!awaitPoll()) {
                    return false;
                }
            }
            if (!options.isFollowing()) {
                return true;
            }
        }
        return false;
    }

    // The file that was read last may have been moved away while nobody looked; false when the source was stopped.
    private boolean finishMoved(FilePlace before) throws IOException {
        try (FollowedFile present = FollowedFile.open(options.path())) {
            if (before.isIn(present)) {
                return true;
            }
        } catch (NoSuchFileException e) {
            log.get().debug("{} is not there", options.path());
        }
        Optional<FollowedFile> moved = FollowedFile.moved(before, options.path());
        if (moved.isEmpty()) {
            log.get().warn("{} is not the file that was read last; what followed in that is left out", options.path());
            isFirst = false;
            return true;
        }
        try (FollowedFile file = moved.get()) {
            begin(file);
            boolean isWanted = readToEnd(file) && framer.finish();
            out.flush();
            return isWanted;
        }
    }

    // The first file is read from the place that is known, or else as the settings say; further ones
    // from their beginning.
    private void begin(FollowedFile file) throws IOException {
        boolean isAtPlace = isFirst && place != null && place.isIn(file);
        if (isFirst && place != null && !isAtPlace) {
            log.get().warn("{} is not the file that was read last and is read from its beginning", options.path());
        }
        if (isAtPlace) {
            file.channel().position(place.offset());
        } else if (isFirst && place == null && options.isFromEnd()) {
            boolean isCut = file.skipToEnd();
            place = FilePlace.in(file, file.channel().position(), 1, isCut);
        } else {
            place = FilePlace.in(file, 0, 1, false);
        }
        isFirst = false;
        current = file;
        nextOffset = place.offset();
        nextLine = place.line();
        framer.restart(place.offset(), place.line());
        if (place.isCut()) {
            framer.dropLine();
        }
        skipLines = isAtPlace || place.offset() == 0 ? options.skipLines() : 0;
        out.flush();
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
                    boolean isWanted = readToEnd(file) && framer.finish();
                    out.flush();
                    return isWanted;
                }
                case TRUNCATED -> {
                    log.get().info("{} was cut short and is read from its beginning", options.path());
                    file.rewind();
                    begin(file);
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
    public boolean line(long number, long next, byte[] bytes, int offset, int length) {
        long before = nextLine;
        long beforeOffset = nextOffset;
        nextLine = number + 1;
        nextOffset = next;
        boolean isTaken = number <= skipLines || out.message(bytes, offset, length);
        if (!isTaken) {
            nextLine = before;
            nextOffset = beforeOffset;
        }
        return isTaken;
    }

    @Override
    public void tooLong(long number) {
        IOException tooLong = new IOException("a line of more than max.message.bytes=" + options.mostBytes());
        out.rejected(tooLong, options.path() + ", line " + number);
    }
}
