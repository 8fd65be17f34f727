package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file as one message. Followed, the file is a message again whenever it has changed and then stood still from one look
 * to the next, so that a document is not read while it is being written.
 */
final class DocumentReading implements Reading {

    private static final Pattern PLACE =
            Pattern.compile("document size=(\\d+) modified=(-?\\d+) key=(\\S*) path=(.+)", Pattern.DOTALL);
    private static final State NOTHING = new State("", -1, -1);

    private final FileSourceOptions options;
    private final TimeSource time;
    private State delivered = NOTHING; // written by the source's thread

    DocumentReading(FileSourceOptions options, TimeSource time) {
        this.options = options;
        this.time = time;
    }

    /** By what a change is noticed. */
    private record State(String key, long size, long modifiedMillis) {}

    /** Whether a text looks like a place. */
    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    @Override
    public Optional<String> place() {
        return delivered.equals(NOTHING)
                ? Optional.empty()
                : Optional.of("document size=" + delivered.size() + " modified=" + delivered.modifiedMillis() + " key="
                        + delivered.key() + " path=" + options.path());
    }

    @Override
    public void resume(String place) {
        Matcher parts = PLACE.matcher(place);
        if (parts.matches() && parts.group(4).equals(options.path().toString())) {
            delivered = new State(parts.group(3), Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        }
    }

    @Override
    public boolean run(SourceOutput out, SourceThread thread) throws IOException, InterruptedException {
        if (!options.isFollowing()) {
            State present = state();
            if (!present.equals(NOTHING) && !present.equals(delivered)) {
                deliver(out, present);
            }
            return true;
        }
        if (options.isFromEnd() && delivered.equals(NOTHING)) {
            delivered = state();
        }
        State before = delivered;
        do {
            State now = state();
            boolean stands = now.equals(before);
            before = now;
            if (stands && !now.equals(delivered) && !now.equals(NOTHING)) {
                deliver(out, now);
            }
        } while (thread.awaitTime(time.millis() + options.pollMillis()));
        return false;
    }

    private State state() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(options.path(), BasicFileAttributes.class);
            return new State(
                    attributes.fileKey() == null ? "" : attributes.fileKey().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            return NOTHING;
        }
    }

    private void deliver(SourceOutput out, State present) throws IOException {
        long size = Files.size(options.path());
        if (size > options.mostBytes()) {
            throw new IOException(
                    options.path() + " has " + size + " bytes, more than max.message.bytes=" + options.mostBytes());
        }
        byte[] document = Files.readAllBytes(options.path());
        // The place is asked for while the document is taken, and is behind it then.
        State before = delivered;
        delivered = present;
        if (out.message(document, 0, document.length)) {
            out.flush();
        } else {
            delivered = before;
        }
    }
}
