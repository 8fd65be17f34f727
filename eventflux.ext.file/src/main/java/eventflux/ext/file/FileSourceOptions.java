package eventflux.ext.file;

import eventflux.api.config.Settings;
import java.nio.file.Path;

/**
 * How a file is read.
 *
 * @param path the file
 * @param framing what one message is
 * @param isFromEnd whether what is there at the start is passed over
 * @param isFollowing whether the source goes on at the end of the file
 * @param isRequired whether a missing file is an error
 * @param pollMillis how long it waits at the end
 * @param skipLines so many lines at the beginning of each file are no messages
 * @param mostBytes a longer message is an error
 */
record FileSourceOptions(
        Path path,
        Framing framing,
        boolean isFromEnd,
        boolean isFollowing,
        boolean isRequired,
        long pollMillis,
        int skipLines,
        int mostBytes) {

    FileSourceOptions {
        if (pollMillis <= 0) {
            throw new IllegalArgumentException("poll.interval.ms must be positive, is " + pollMillis);
        }
        if (mostBytes <= 0 || mostBytes > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("max.message.bytes must be from 1 to 1 GiB, is " + mostBytes);
        }
        if (skipLines < 0 || skipLines > 0 && framing == Framing.WHOLE) {
            throw new IllegalArgumentException("skip.lines=" + skipLines + " does not go with framing=" + framing);
        }
    }

    static FileSourceOptions of(Settings settings) {
        boolean fromEnd = isFromEnd(settings.getString("start.position"));
        boolean following = settings.has("follow") ? settings.getBoolean("follow") : fromEnd;
        boolean required = settings.has("require.exists") ? settings.getBoolean("require.exists") : !following;
        return new FileSourceOptions(
                Path.of(settings.getString("path")),
                Framing.of(settings.getString("framing")),
                fromEnd,
                following,
                required,
                settings.getMillis("poll.interval.ms"),
                settings.getInt("skip.lines"),
                settings.getInt("max.message.bytes"));
    }

    private static boolean isFromEnd(String position) {
        return switch (position) {
            case "beginning" -> false;
            case "end" -> true;
            default ->
                throw new IllegalArgumentException("start.position=" + position + " is neither beginning nor end");
        };
    }
}
