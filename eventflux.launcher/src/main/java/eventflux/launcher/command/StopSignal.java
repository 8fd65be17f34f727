package eventflux.launcher.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a request to terminate, as something to wait for. The virtual machine asks in a thread of its own and ends when that
 * thread returns, so it is held back until the command has put everything in order. Installed and closed by the command's thread.
 */
final class StopSignal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CountDownLatch inOrder = new CountDownLatch(1);

    private StopSignal() {}

    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop-signal"));
        return signal;
    }

    /** Completes when somebody wants the process to end. */
    CompletableFuture<Void> asFuture() {
        return asked;
    }

    /** Lets the process end. */
    @Override
    public void close() {
        inOrder.countDown();
    }

    private void stop() {
        asked.complete(null);
        try {
            if (!inOrder.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("eventflux: did not stop within " + PATIENCE_SECONDS + " s, ending anyway");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
