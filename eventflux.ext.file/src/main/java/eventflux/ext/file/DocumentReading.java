package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads a file as one message. Followed, the file is a message again whenever it has changed and then stood still from one look
 * to the next, so that a document is not read while it is being written.
 */
final class DocumentReading implements SourceThread.Work {

    private static final State NOTHING = new State(null, -1, -1);

    private final FileSourceOptions options;
    private final TimeSource time;

    DocumentReading(FileSourceOptions options, TimeSource time) {
        this.options = options;
        this.time = time;
    }

    /** By what a change is noticed. */
    private record State(Object key, long size, long modifiedMillis) {}

    @Override
    public boolean run(SourceOutput out, SourceThread thread) throws IOException, InterruptedException {
        if (!options.isFollowing()) {
            if (!state().equals(NOTHING)) {
                deliver(out);
            }
            return true;
        }
        State delivered = options.isFromEnd() ? state() : NOTHING;
        State before = delivered;
        do {
            State now = state();
            boolean stands = now.equals(before);
            before = now;
            if (stands && !now.equals(delivered) && !now.equals(NOTHING)) {
                delivered = now;
                deliver(out);
            }
        } while (thread.awaitTime(time.millis() + options.pollMillis()));
        return false;
    }

    private State state() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(options.path(), BasicFileAttributes.class);
            return new State(
                    attributes.fileKey(),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            return NOTHING;
        }
    }

    private void deliver(SourceOutput out) throws IOException {
        long size = Files.size(options.path());
        if (size > options.mostBytes()) {
            throw new IOException(
                    options.path() + " has " + size + " bytes, more than max.message.bytes=" + options.mostBytes());
        }
        byte[] document = Files.readAllBytes(options.path());
        out.message(document, 0, document.length);
        out.flush();
    }
}
