package eventflux.itest;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * So many events {@code (seq, price)} as fast as possible, each with its number as its time, and a check of what comes out of a stream:
 * each once and in order. The longest time that one of them took the sender is kept.
 */
final class NumberedEvents {

    private final InputHandler in;
    private final long count;
    private final Thread sender = new Thread(this::send, "numbered-events");
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    /** Events for the stream {@code In}, checked in a stream whose first column is the number. */
    NumberedEvents(EventFluxAppRuntime app, String checked, long count) {
        this.in = app.inputHandler("In");
        this.count = count;
        app.addRowCallback(checked, row -> {
            long expected = received.getAndIncrement();
            if (row.getLong(0) != expected) {
                fail(new AssertionError("expected event " + expected + ", came " + row));
            }
        });
    }

    void start() {
        sender.start();
    }

    /** How many have come out. */
    long received() {
        return received.get();
    }

    boolean hasFailed() {
        return failure.get() != null;
    }

    /** The longest time that one event took the sender. */
    long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    /** Waits until all are sent; throws what went wrong with any of them. */
    void finish() throws InterruptedException {
        sender.join();
        if (failure.get() != null) {
            throw new AssertionError("the events did not pass", failure.get());
        }
    }

    private void send() {
        try {
            long before = System.nanoTime();
            for (long seq = 0; seq < count && failure.get() == null; seq++) {
                in.send(seq, new Object[] {seq, 100.0});
                long now = System.nanoTime();
                if (now - before > longestNanos.get()) {
                    longestNanos.set(now - before);
                }
                before = now;
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
    }
}
