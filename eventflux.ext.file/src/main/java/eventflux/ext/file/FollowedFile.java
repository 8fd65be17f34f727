package eventflux.ext.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * An open file and its identity, by which one finds out that another file stands at the path now or that the file was cut
 * short. While it is open, its identity is not given to another file.
 */
final class FollowedFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final Object key; // null where the file system has none

    private FollowedFile(Path path, FileChannel channel, Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /** What has become of the file since it was opened. */
    enum Change {
        NONE,
        /** Another file stands at the path, or none. */
        REPLACED,
        /** It is shorter than what was read of it. */
        TRUNCATED
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException when there is none
     */
    static FollowedFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new IOException("is a directory: " + path);
            }
            return new FollowedFile(path, channel, attributes.fileKey());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Goes to the end; answers whether the last line there is still being written. */
    boolean skipToEnd() throws IOException {
        long size = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean isOpenLine = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
        channel.position(size);
        return isOpenLine;
    }

    Change change() throws IOException {
        if (channel.size() < channel.position()) {
            return Change.TRUNCATED;
        }
        try {
            Object present =
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null || key.equals(present) ? Change.NONE : Change.REPLACED;
        } catch (NoSuchFileException e) {
            // Moved away; what comes in its place may take a while.
            return Change.REPLACED;
        }
    }

    void rewind() throws IOException {
        channel.position(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
