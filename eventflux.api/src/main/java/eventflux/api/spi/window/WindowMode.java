package eventflux.api.spi.window;

/** How the selection reads what a window emits. */
public enum WindowMode {
    /** Each current row gives a row of output. */
    SLIDING,
    /** What one step emits is one batch: aggregates give one row for each group of it. */
    BATCH
}
