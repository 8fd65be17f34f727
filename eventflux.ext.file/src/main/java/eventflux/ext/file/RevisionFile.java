package eventflux.ext.file;

import eventflux.api.spi.persistence.DamagedRevisionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A state in a file:
 *
 * <pre>
 *   magic 4 | version 4 | length of the state 4 | checksum of the state 4 | state
 * </pre>
 */
final class RevisionFile {

    private static final int MAGIC = 0x45465256;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 4 * Integer.BYTES;

    private RevisionFile() {}

    /** Writes a new file; it is on the disk afterwards. */
    static void write(Path file, byte[] state) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(MAGIC).putInt(VERSION).putInt(state.length).putInt(checksum(state, 0));
        header.flip();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(channel, header);
            writeAll(channel, ByteBuffer.wrap(state));
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static byte[] read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES || header.getInt() != MAGIC) {
            throw new DamagedRevisionException(file + " is no saved state");
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new DamagedRevisionException(file + " is of format " + version + ", not " + VERSION);
        }
        int length = header.getInt();
        if (length != bytes.length - HEADER_BYTES) {
            throw new DamagedRevisionException(file + " has " + (bytes.length - HEADER_BYTES) + " bytes of " + length);
        }
        if (header.getInt() != checksum(bytes, HEADER_BYTES)) {
            throw new DamagedRevisionException(file + " has another checksum than was written");
        }
        return Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
