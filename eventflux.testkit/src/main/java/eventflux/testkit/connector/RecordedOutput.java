package eventflux.testkit.connector;

import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.SourceOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An output that remembers what a source delivered. Safe for the source's thread and the test's. */
public final class RecordedOutput implements SourceOutput {

    private static final long PATIENCE_MILLIS = 10_000;

    private final RecordedRows rows;
    private final List<byte[]> messages = new ArrayList<>(); // guarded by this
    private final List<String> rejections = new ArrayList<>(); // guarded by this
    private int flushes; // guarded by this
    private boolean ended; // guarded by this
    private Exception cause; // guarded by this; null until the source failed
    private boolean closed; // guarded by this

    /** An output of a stream with the given columns. */
    public RecordedOutput(Schema schema) {
        this.rows = new RecordedRows(schema);
    }

    @Override
    public synchronized boolean message(byte[] payload, int offset, int length) {
        messages.add(Arrays.copyOfRange(payload, offset, offset + length));
        notifyAll();
        return !closed;
    }

    @Override
    public synchronized void rejected(Exception why, String place) {
        rejections.add(place + ": " + why.getMessage());
        notifyAll();
    }

    /** What the source could not read, as {@code place: message}. */
    public synchronized List<String> rejections() {
        return List.copyOf(rejections);
    }

    @Override
    public RowAppender rows() {
        return rows;
    }

    @Override
    public synchronized void flush() {
        rows.flush();
        flushes++;
        notifyAll();
    }

    @Override
    public synchronized void endOfInput() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized void failed(Exception why) {
        cause = why;
        notifyAll();
    }

    /** Answers false to every message from now on, as an application that is being stopped. */
    public synchronized void close() {
        closed = true;
    }

    /** The rows of a source without mapper. */
    public RecordedRows recordedRows() {
        return rows;
    }

    /** The messages as text. */
    public synchronized List<String> texts() {
        return messages.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** How often it was flushed. */
    public synchronized int flushes() {
        return flushes;
    }

    /** Whether the input ended. */
    public synchronized boolean isEnded() {
        return ended;
    }

    /** Why the source failed, if it did. */
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(cause);
    }

    /** Waits for the end of the input or a failure. */
    public void awaitEnd() {
        await("the end of the input", () -> ended || cause != null);
    }

    /** Waits until so many messages have come, or the source failed. */
    public void awaitMessages(int count) {
        await(count + " messages, have " + texts(), () -> messages.size() >= count || cause != null);
    }

    /** Waits for a failure. */
    public void awaitFailure() {
        await("a failure", () -> cause != null);
    }

    private synchronized void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!reached.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }
}
