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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            BasicFileAttributes attributes = attributes(path);
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

    /** The path that it was opened at. */
    Path path() {
        return path;
    }

    /** What the file system calls it; empty where it has no names of its own. */
    String key() {
        return key == null ? "" : key.toString();
    }

    /** The file at another path in the same folder at which a place is now; the caller closes it. */
    static Optional<FollowedFile> moved(FilePlace place, Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(Files::isRegularFile)
                    .filter(other -> !other.getFileName().equals(path.getFileName()))
                    .toList();
        }
        for (Path other : others) {
            if (key(other).equals(place.key())) {
                FollowedFile file = new FollowedFile(
                        path,
                        FileChannel.open(other, StandardOpenOption.READ),
                        attributes(other).fileKey());
                if (place.isIn(file)) {
                    return Optional.of(file);
                }
                file.close();
            }
        }
        return Optional.empty();
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private static String key(Path path) {
        try {
            Object key = attributes(path).fileKey();
            return key == null ? "" : key.toString();
        } catch (IOException e) {
            // Gone meanwhile, or not ours to look at.
            return "";
        }
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
            Object present = attributes(path).fileKey();
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
