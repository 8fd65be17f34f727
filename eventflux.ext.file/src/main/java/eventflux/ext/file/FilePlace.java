package eventflux.ext.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A place between two lines of a file, by which it is found again when it has grown or was moved away.
 *
 * @param path where the file stood, as the settings say
 * @param key its identity in the file system; empty where that has none
 * @param offset the next line's first byte
 * @param line the next line's number
 * @param isCut whether the next line began before the place and is no message
 * @param head so many bytes of its beginning are summed up
 * @param sum their checksum
 */
record FilePlace(String path, String key, long offset, long line, boolean isCut, int head, int sum) {

    /** A file that begins like this one, so far, is taken for it whatever its identity: it was copied or written anew. */
    private static final int LONGEST_HEAD = 1024;

    private static final Pattern TEXT = Pattern.compile(
            "offset=(\\d+) line=(\\d+) cut=(true|false) head=(\\d+):(\\p{XDigit}{8}) key=(\\S*) path=(.+)",
            Pattern.DOTALL);

    /** A place in an open file. */
    static FilePlace in(FollowedFile file, long offset, long line, boolean isCut) throws IOException {
        int head = (int) Math.min(offset, LONGEST_HEAD);
        return new FilePlace(file.path().toString(), file.key(), offset, line, isCut, head, sum(file.channel(), head));
    }

    /** A later place in the same file. */
    FilePlace movedTo(FollowedFile file, long nextOffset, long nextLine) throws IOException {
        if (head < LONGEST_HEAD) {
            return in(file, nextOffset, nextLine, false);
        }
        return new FilePlace(path, key, nextOffset, nextLine, false, head, sum);
    }

    /** Whether a text looks like one. */
    static boolean isOne(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Reads what {@link #toString} wrote. */
    static FilePlace of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no place in a file: " + text);
        }
        return new FilePlace(
                parts.group(7),
                parts.group(6),
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Boolean.parseBoolean(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseUnsignedInt(parts.group(5), 16));
    }

    boolean isOf(Path other) {
        return path.equals(other.toString());
    }

    /** Whether the file is the one that it is a place in; when in doubt it is not, so that lines come twice and none is left out. */
    boolean isIn(FollowedFile file) throws IOException {
        boolean isSameFile = !key.isEmpty() && key.equals(file.key());
        return (isSameFile || head == LONGEST_HEAD)
                && file.channel().size() >= offset
                && sum(file.channel(), head) == sum;
    }

    private static int sum(FileChannel file, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
            // Until all is there.
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes.flip());
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return String.format(
                "offset=%d line=%d cut=%b head=%d:%08x key=%s path=%s", offset, line, isCut, head, sum, key, path);
    }
}
