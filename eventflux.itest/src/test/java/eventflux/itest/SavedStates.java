package eventflux.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where another process saves its states again and again, watched from outside. */
final class SavedStates {

    /** A state is one write, or two where its database keeps a journal; the first may have begun before anybody watched. */
    private static final int WRITES_OF_TWO_STATES = 4;

    private final Path place;
    private FileTime newest;
    private int writes;

    /**
     * What is written from now on.
     *
     * @param place a folder, or a file beside which a database keeps others
     */
    SavedStates(Path place) {
        this.place = place;
        this.newest = newest();
    }

    /** Whether a state has been saved that was taken since the beginning; to be asked until it is. */
    boolean isSaved() {
        FileTime now = newest();
        if (!now.equals(newest)) {
            newest = now;
            writes++;
        }
        return writes >= WRITES_OF_TWO_STATES;
    }

    private FileTime newest() {
        try (Stream<Path> beside = Files.list(place.getParent())) {
            return beside.filter(path -> path.getFileName()
                            .toString()
                            .startsWith(place.getFileName().toString()))
                    .flatMap(SavedStates::files)
                    .map(SavedStates::written)
                    .max(Comparator.naturalOrder())
                    .orElse(FileTime.fromMillis(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Too old ones are deleted while they are listed.
    private static Stream<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
