package eventflux.core.compile;

import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowMode;

/**
 * How rows come to a selection and leave it.
 *
 * @param leave whether they are told of one by one when they leave; otherwise all at once or never
 * @param inBatches whether what comes in one step is a batch
 * @param inOrder whether they leave in the order in which they came
 * @param folded whether they come one by one all the same, and nobody keeps them for the end of their batch
 */
record RowLife(boolean leave, boolean inBatches, boolean inOrder, boolean folded) {

    /** Of rows that nothing keeps. */
    static final RowLife FOR_EVER = of(false, false, true);

    /** Of the rows that a window lets out; a batch whose expired rows nobody wants ends with a reset. */
    static RowLife of(Window window, boolean expiredWanted) {
        boolean inBatches = window.mode() != WindowMode.SLIDING;
        return new RowLife(
                !inBatches || expiredWanted, inBatches, window.expiresInOrder(), window.mode() == WindowMode.FOLDING);
    }

    /** Of rows that somebody keeps as long as they are there, or nobody. */
    static RowLife of(boolean leave, boolean inBatches, boolean inOrder) {
        return new RowLife(leave, inBatches, inOrder, false);
    }
}
