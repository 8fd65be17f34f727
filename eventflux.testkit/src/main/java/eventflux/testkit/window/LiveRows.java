package eventflux.testkit.window;

import eventflux.api.spi.window.WindowMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The rows that are in a window at one moment, kept from what it emits; refuses what cannot be. */
final class LiveRows {

    private final Deque<Long> rows = new ArrayDeque<>();
    private final boolean isInOrder;
    private final WindowMode mode;

    LiveRows(boolean isInOrder, WindowMode mode) {
        this.isInOrder = isInOrder;
        this.mode = mode;
    }

    void take(List<Step> steps) {
        steps.forEach(this::take);
    }

    private void take(Step step) {
        long lastCurrent = 0;
        for (Emission emission : step.emissions()) {
            switch (emission.kind()) {
                case CURRENT -> {
                    add(emission.serial(), step);
                    require(emission.serial() > lastCurrent, "rows don't keep their order", step);
                    lastCurrent = emission.serial();
                }
                case EXPIRED -> {
                    remove(emission.serial(), step);
                    boolean isFirst = mode == WindowMode.SLIDING || lastCurrent == 0;
                    require(isFirst, "a batch tells of the rows that left before those that came", step);
                }
                case RESET -> rows.clear();
                default -> throw new IllegalStateException("emission=" + emission);
            }
        }
    }

    private void add(long serial, Step step) {
        require(!rows.contains(serial), "#" + serial + " comes and is in the window already", step);
        rows.addLast(serial);
    }

    private void remove(long serial, Step step) {
        require(rows.contains(serial), "#" + serial + " leaves and is not in the window", step);
        boolean isOldest = rows.getFirst() == serial;
        require(isOldest || !isInOrder, "#" + serial + " leaves before older rows, against expiresInOrder()", step);
        rows.remove(serial);
    }

    private static void require(boolean holds, String otherwise, Step step) {
        if (!holds) {
            throw new AssertionError(otherwise + ", in the step " + step);
        }
    }
}
