package eventflux.ext.file;

import java.util.Arrays;
import java.util.Locale;

/** What one message of a file is. */
enum Framing {
    /** A line, without its LF or CR LF. */
    LINES,
    /** A line whose ends inside double quotes don't count, as CSV has them. */
    QUOTED,
    /** The whole file. */
    WHOLE;

    static Framing of(String name) {
        return Arrays.stream(values())
                .filter(framing -> framing.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("framing=" + name + " is none of lines, quoted, whole"));
    }
}
