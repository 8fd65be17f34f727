package eventflux.itest;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.InputHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Numbered events at full speed from a thread of its own, and a check of what comes out of {@link #TEXT}: every event once, in
 * order, with a running count and a sample of each seventh that no change of bundles disturbs.
 */
final class Traffic implements AutoCloseable {

    /** An application that cannot do without the vendor's bundle. */
    static final String TEXT = """
            @app:name('Traffic')
            define stream In (seq long, price double);
            @info(name = 'taxed') from In select seq, acme:vat(price) as tax, count() as n insert into Taxed;
            @info(name = 'sampled') from In#window.acme:every(7) select seq, count() as n insert into Sampled;
            """;

    private static final int SAMPLE = 7;
    private static final double PRICE = 100.0;

    private final InputHandler in;
    private final Thread sender = new Thread(this::send, "traffic");
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    // Written by the thread that owns the application; long enough apart to be read by the test.
    private final AtomicLong taxed = new AtomicLong();
    private final AtomicLong sampled = new AtomicLong();
    private final List<Double> rates = new ArrayList<>();

    /** Traffic on a running application of {@link #TEXT}. */
    Traffic(EventFluxAppRuntime app) {
        in = app.inputHandler("In");
        app.addCallback("Taxed", this::onTaxed);
        app.addCallback("Sampled", this::onSampled);
    }

    void start() {
        sender.start();
    }

    /** How many events have come out. */
    long received() {
        return taxed.get();
    }

    /** Whether the sender has nothing to do but wait. */
    boolean isHeldUp() {
        return sender.getState() == Thread.State.WAITING;
    }

    /** Lets the sender come to its end; answers how many events it has sent. Throws what went wrong with any of them. */
    long finish() throws InterruptedException {
        close();
        sender.join();
        if (failure.get() != null) {
            throw new AssertionError("the traffic did not pass", failure.get());
        }
        return sent.get();
    }

    /** How many samples have come out. */
    long samples() {
        return sampled.get();
    }

    /** The rates of tax that events were taxed with, one for each stretch of equal ones. */
    List<Double> rates() {
        return List.copyOf(rates);
    }

    @Override
    public void close() {
        ending.set(true);
    }

    private void send() {
        try {
            while (!ending.get() && failure.get() == null) {
                in.send(sent.get(), PRICE);
                sent.incrementAndGet();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void onTaxed(Event[] events) {
        for (Event event : events) {
            long expected = taxed.get();
            require(event, 0, expected);
            require(event, 2, expected + 1);
            double rate = (Double) event.data()[1] / PRICE;
            if (rates.isEmpty() || rates.get(rates.size() - 1) != rate) {
                rates.add(rate);
            }
            taxed.set(expected + 1);
        }
    }

    private void onSampled(Event[] events) {
        for (Event event : events) {
            require(event, 0, sampled.get() * SAMPLE + SAMPLE - 1);
            require(event, 1, 1L);
            sampled.incrementAndGet();
        }
    }

    private void require(Event event, int column, long expected) {
        if ((Long) event.data()[column] != expected) {
            failure.compareAndSet(
                    null, new AssertionError("expected " + expected + " in column " + column + ": " + event));
        }
    }
}
