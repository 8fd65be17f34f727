package eventflux.core.failure;

import java.util.Optional;

/**
 * Whose code a failure came from, told by the stacks of its causes.
 *
 * @param place the class, method and line; empty when there is no stack
 * @param provider the bundle or jar of it; empty when it is of none that is known
 * @param isEngine whether it is the engine's own code
 */
record FailureOrigin(String place, String provider, boolean isEngine) {

    private static final int CAUSES = 8;
    private static final FailureOrigin UNKNOWN = new FailureOrigin("", "", false);

    /** The origin of the innermost cause that is not the engine's; the engine's if there is none. */
    static FailureOrigin of(Throwable failure, CodeOwners owners) {
        FailureOrigin found = UNKNOWN;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            FailureOrigin origin = of(cause.getStackTrace(), owners);
            if (found == UNKNOWN || origin != UNKNOWN && !origin.isEngine()) {
                found = origin;
            }
            cause = cause.getCause();
        }
        return found;
    }

    // The first frame beside Java's says whose it is; a library, which nobody provides, belongs to the extension that
    // called it.
    private static FailureOrigin of(StackTraceElement[] stack, CodeOwners owners) {
        StackTraceElement first = null;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (CodeOwners.isJava(type)) {
                continue;
            }
            Optional<String> provider = owners.provider(type);
            if (provider.isPresent()) {
                return new FailureOrigin(place(first == null ? frame : first), provider.get(), false);
            }
            if (CodeOwners.isEngine(type)) {
                return new FailureOrigin(place(first == null ? frame : first), "", first == null);
            }
            first = first == null ? frame : first;
        }
        return first == null ? UNKNOWN : new FailureOrigin(place(first), "", false);
    }

    private static String place(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }
}
