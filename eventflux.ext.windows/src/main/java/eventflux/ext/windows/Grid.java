package eventflux.ext.windows;

import eventflux.api.spi.window.WindowContext;

/** Arithmetic of points in time that lie a fixed step apart, in milliseconds. */
final class Grid {

    private Grid() {}

    /** The first point after a time, of the points that are a whole number of steps before or after {@code origin}. */
    static long pointAfter(long time, long origin, long step) {
        return time + step - Math.floorMod(time - origin, step);
    }

    /** A duration of the call, which has to be longer than nothing. */
    static long duration(WindowContext context, String parameter) {
        long millis = context.arguments().getMillis(parameter);
        if (millis <= 0) {
            throw new IllegalArgumentException(
                    "The " + parameter + " of the window has to be longer than 0 ms, and is " + millis + " ms.");
        }
        return millis;
    }
}
