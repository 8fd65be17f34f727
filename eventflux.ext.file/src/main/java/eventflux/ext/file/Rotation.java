package eventflux.ext.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a file is rolled away and what it is called then: the path with a UTC time, and a number where two fall on one
 * millisecond.
 *
 * @param mostBytes it is rolled before it grows beyond; 0 for no limit
 * @param intervalMillis it is rolled by the first row after so long; 0 for never
 * @param compression what becomes of it
 */
record Rotation(long mostBytes, long intervalMillis, Compression compression) {

    private static final String PATTERN = "yyyyMMdd'T'HHmmss.SSS'Z'";

    Rotation {
        if (mostBytes < 0 || intervalMillis < 0) {
            throw new IllegalArgumentException("rotate.size.bytes=" + mostBytes + " and rotate.interval.ms="
                    + intervalMillis + " must not be negative");
        }
    }

    boolean isDue(long size, long more, long ageMillis) {
        return mostBytes > 0 && size + more > mostBytes || intervalMillis > 0 && ageMillis >= intervalMillis;
    }

    static Path rolledName(Path path, Instant now) {
        String time = DateTimeFormatter.ofPattern(PATTERN, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(now);
        Path first = path.resolveSibling(path.getFileName() + "." + time);
        Path rolled = first;
        for (int i = 1; Compression.isTaken(rolled); i++) {
            rolled = first.resolveSibling(first.getFileName() + "-" + i);
        }
        return rolled;
    }
}
