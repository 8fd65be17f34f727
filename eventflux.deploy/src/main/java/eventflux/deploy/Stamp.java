package eventflux.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a change of a file is noticed.
 *
 * @param size in bytes
 * @param modified epoch milliseconds
 */
record Stamp(long size, long modified) {

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    static Stamp parse(String text) {
        int colon = text.indexOf(':');
        return new Stamp(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return size + ":" + modified;
    }
}
