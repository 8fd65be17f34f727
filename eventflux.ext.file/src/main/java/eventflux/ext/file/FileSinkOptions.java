package eventflux.ext.file;

import eventflux.api.config.Settings;
import java.nio.file.Path;

/**
 * How a file is written.
 *
 * @param path the file
 * @param isAppending whether it goes on behind what is there
 * @param flushMillis what was written is passed on at most so often; 0 for whenever the application has nothing more at the moment
 * @param rotation when the file is rolled away
 */
record FileSinkOptions(Path path, boolean isAppending, long flushMillis, Rotation rotation) {

    FileSinkOptions {
        if (flushMillis < 0) {
            throw new IllegalArgumentException("flush.interval.ms must not be negative, is " + flushMillis);
        }
    }

    static FileSinkOptions of(Settings settings) {
        return new FileSinkOptions(
                Path.of(settings.getString("path")),
                settings.getBoolean("append"),
                settings.getMillis("flush.interval.ms"),
                new Rotation(
                        settings.getLong("rotate.size.bytes"),
                        settings.getMillis("rotate.interval.ms"),
                        Compression.of(settings.getString("rotate.compression"))));
    }
}
