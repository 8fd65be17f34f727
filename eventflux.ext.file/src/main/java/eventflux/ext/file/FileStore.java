package eventflux.ext.file;

import eventflux.api.spi.persistence.PersistenceStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps revisions as files. One that is being written has another name until all of it is on the disk:
 *
 * <pre>
 *   folder/lock                        held as long as the store is open
 *   folder/application/1763735344123.state
 *   folder/application/1763735404311.writing
 * </pre>
 */
final class FileStore implements PersistenceStore {

    private static final String SAVED = ".state";
    private static final String WRITING = ".writing";
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.state");

    private final Path folder;
    private final FileChannel lock;

    private FileStore(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static FileStore open(Path place) throws IOException {
        Path folder = place.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException(folder + " is used by another process");
        }
        return new FileStore(folder, channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void save(String application, long revision, byte[] state) throws IOException {
        Path place = folder(application);
        if (!Files.isDirectory(place)) {
            Files.createDirectories(place);
            force(folder);
        }
        Path fresh = place.resolve(revision + WRITING);
        try {
            RevisionFile.write(fresh, state);
            Files.move(
                    fresh,
                    place.resolve(revision + SAVED),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        force(place);
    }

    @Override
    public byte[] load(String application, long revision) throws IOException {
        try {
            return RevisionFile.read(folder(application).resolve(revision + SAVED));
        } catch (NoSuchFileException e) {
            throw (IOException)
                    new FileNotFoundException("no revision " + revision + " of " + application).initCause(e);
        }
    }

    @Override
    public List<Long> revisions(String application) throws IOException {
        Path place = folder(application);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void delete(String application, long revision) throws IOException {
        Files.deleteIfExists(folder(application).resolve(revision + SAVED));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    // Free text as a file's name: never hidden, never a path, the same for the same application.
    private Path folder(String application) {
        String name = URLEncoder.encode(application, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("+", "%20");
        return folder.resolve(name.startsWith(".") ? "%2E" + name.substring(1) : name);
    }

    // The name of a new file is in its folder, which has to be on the disk as well. Windows has nothing of the kind.
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
