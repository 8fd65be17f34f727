package eventflux.deploy;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread, and ends it when its bundle is stopped only if the bundle's version is 2. Loaded by bundles that a test makes. */
public final class LeavingActivator implements BundleActivator {

    static final String THREAD = "left by a test";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private Thread thread; // written by the thread that starts the bundle

    /** For the framework. */
    public LeavingActivator() {}

    @Override
    public void start(BundleContext context) throws InterruptedException {
        thread = new Thread(this::work, THREAD);
        thread.start();
        begun.await();
    }

    private void work() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        if (context.getBundle().getVersion().getMajor() == 2) {
            end.countDown();
            thread.join();
        }
    }
}
