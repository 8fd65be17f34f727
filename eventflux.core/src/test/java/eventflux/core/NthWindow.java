package eventflux.core;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;

/** Lets a row pass when so many have come; its state is named by the test. */
@Extension(kind = ExtensionKind.WINDOW, name = "nth", description = "Every nth row passes.")
record NthWindow(String stateName, int nth) implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        if (nth == 0) {
            throw new IllegalArgumentException("none of no rows");
        }
        LongCell count = context.state().longCell(stateName, 0);
        return (row, now, out) -> {
            count.set(count.get() + 1);
            if (count.get() % nth == 0) {
                out.current(row);
            }
        };
    }
}
