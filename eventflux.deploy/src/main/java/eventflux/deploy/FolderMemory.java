package eventflux.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which state of which file is installed, kept over a restart of the node in a small file beside the bundle cache, so that
 * files that changed meanwhile are updated and all others are not.
 */
final class FolderMemory {

    private final Path file;

    FolderMemory(Path file) {
        this.file = file;
    }

    /** What was saved last; nothing when nothing was. */
    Map<Path, Stamp> load() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
            properties.forEach((path, stamp) -> stamps.put(Path.of((String) path), Stamp.parse((String) stamp)));
        }
        return stamps;
    }

    /** Replaces what was saved. */
    void save(Map<Path, Stamp> stamps) throws IOException {
        Properties properties = new Properties();
        stamps.forEach((path, stamp) -> properties.setProperty(path.toString(), stamp.toString()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            properties.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
