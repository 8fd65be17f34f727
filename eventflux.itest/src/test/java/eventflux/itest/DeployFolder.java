package eventflux.itest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The deploy folder of a node as somebody at its site uses it: files are moved in, so that none is ever half there. */
record DeployFolder(Path path) {

    void put(String name, String text) throws IOException {
        put(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    void put(String name, InputStream content) throws IOException {
        Path written = path.resolveSibling(name + ".part");
        Files.copy(content, written, StandardCopyOption.REPLACE_EXISTING);
        Files.move(written, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    void clear() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            List<Path> present = files.toList();
            for (Path file : present) {
                Files.delete(file);
            }
        }
    }
}
