package eventflux.acme;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import java.util.concurrent.CountDownLatch;

/** Is at work until it is told to end. Not in a package of the engine, which tells its own classes by that. */
@Extension(kind = ExtensionKind.WINDOW, name = "slow", description = "Takes its time.")
public final class SlowWindow implements WindowFactory {

    private final CountDownLatch works = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Window create(WindowContext context) {
        return (row, now, out) -> work();
    }

    private void work() {
        works.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when it is at work. */
    public void awaitWork() throws InterruptedException {
        works.await();
    }

    /** Lets it come back. */
    public void end() {
        end.countDown();
    }
}
