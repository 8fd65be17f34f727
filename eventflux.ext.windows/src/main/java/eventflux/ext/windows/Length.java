package eventflux.ext.windows;

import eventflux.api.spi.window.WindowContext;

/** The length of windows that count rows. */
final class Length {

    private Length() {}

    /** The length of the call, which is 0 or more. */
    static int of(WindowContext context) {
        int length = context.arguments().getInt("length");
        if (length < 0) {
            throw new IllegalArgumentException("The length of the window cannot be negative, and is " + length + ".");
        }
        return length;
    }
}
