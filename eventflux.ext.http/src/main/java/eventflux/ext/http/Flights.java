package eventflux.ext.http;

import eventflux.api.spi.sink.MessageRefusedException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Requests that are under way at the same time, no more than so many. Those of one key follow each other. What failed in a way that passes is
 * kept and sent again, before the next flush at the latest. Used by the thread that owns the application, beside the client's own that
 * report.
 */
final class Flights {

    private final int most;
    private final Function<HttpRequest, CompletableFuture<Void>> sender;
    private final Consumer<Exception> losses;

    // All that follows is guarded by this.
    private final Map<String, CompletableFuture<Void>> lastOfKey = new HashMap<>();
    private final Deque<Flight> unsent = new ArrayDeque<>();
    private int underWay;
    private Throwable lastFailure;

    private record Flight(String key, HttpRequest request) {}

    /**
     * None yet.
     *
     * @param most so many at a time
     * @param sender sends a request, with its tries
     * @param losses is told of what is not wanted
     */
    Flights(int most, Function<HttpRequest, CompletableFuture<Void>> sender, Consumer<Exception> losses) {
        this.most = most;
        this.sender = sender;
        this.losses = losses;
    }

    /**
     * Sends a request behind those of its key; waits for room. An empty key is none.
     *
     * @throws IOException when as many as may be under way did not get through; the request is not kept then
     */
    void send(String key, HttpRequest request) throws IOException {
        synchronized (this) {
            await(most);
            if (unsent.size() >= most) {
                sendAgain();
                await(1);
                requireRoom();
            }
            begin(new Flight(key, request));
        }
    }

    private void requireRoom() throws IOException {
        if (unsent.size() >= most) {
            throw undelivered();
        }
    }

    /** Returns when all have got through. */
    synchronized void flush() throws IOException {
        await(1);
        if (!unsent.isEmpty()) {
            sendAgain();
            await(1);
        }
        if (!unsent.isEmpty()) {
            throw undelivered();
        }
    }

    private IOException undelivered() {
        return new IOException(
                unsent.size() + " requests wait for being sent again: " + lastFailure.getMessage(), lastFailure);
    }

    private void sendAgain() throws IOException {
        for (int left = unsent.size(); left > 0; left--) {
            await(most);
            begin(unsent.poll());
        }
    }

    private void begin(Flight flight) {
        underWay++;
        CompletableFuture<Void> before = flight.key().isEmpty() ? null : lastOfKey.get(flight.key());
        CompletableFuture<Void> sent = before == null
                ? sender.apply(flight.request())
                : before.handle((nothing, failure) -> nothing).thenCompose(nothing -> sender.apply(flight.request()));
        if (!flight.key().isEmpty()) {
            lastOfKey.put(flight.key(), sent);
        }
        sent.whenComplete((nothing, failure) -> end(flight, sent, failure));
    }

    private synchronized void end(Flight flight, CompletableFuture<Void> sent, Throwable failure) {
        underWay--;
        lastOfKey.remove(flight.key(), sent);
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof IOException && !(cause instanceof MessageRefusedException)) {
            lastFailure = cause;
            unsent.add(flight);
        } else if (cause != null) {
            losses.accept(cause instanceof Exception known ? known : new IllegalStateException(cause));
        }
        notifyAll();
    }

    // Until fewer are under way. Whoever waits here holds the application, which no request needs to come to its end.
    private void await(int fewer) throws IOException {
        while (underWay >= fewer) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for " + underWay + " requests", e);
            }
        }
    }
}
