package eventflux.ext.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** What becomes of a file that was rolled away. */
enum Compression {
    NONE,
    GZIP;

    private static final String PART = ".part";
    private static final String SUFFIX = ".gz";

    static Compression of(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "gzip" -> GZIP;
            default -> throw new IllegalArgumentException("rotate.compression=" + name + " is neither none nor gzip");
        };
    }

    /** Replaces a file by its compressed form; the compressed name appears when it is complete. */
    void apply(Path file) throws IOException {
        if (this == NONE) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + SUFFIX + PART);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
            Files.copy(file, out);
        }
        Files.move(part, file.resolveSibling(file.getFileName() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(file);
    }

    /** Whether a rolled file of that name is there, compressed or not. */
    static boolean isTaken(Path rolled) {
        return Files.exists(rolled) || Files.exists(rolled.resolveSibling(rolled.getFileName() + SUFFIX));
    }
}
