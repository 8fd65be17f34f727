package eventflux.api.spi.window;

/** How the selection reads what a window emits. */
public enum WindowMode {
    /** Each current row gives a row of output. */
    SLIDING,
    /** What one step emits is one batch: aggregates give one row for each group of it. */
    BATCH,
    /**
     * As {@link #BATCH}, but rows are told of as they come, and their batch ends where the window ends the step; only where {@link
     * WindowContext#foldsRows} allows it. The window keeps no row.
     */
    FOLDING
}
