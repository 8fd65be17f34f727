package eventflux.testkit.connector;

import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.MessageAttributes;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An output that remembers what a source delivered. Safe for the source's thread and the test's. */
public final class RecordedOutput implements SourceOutput {

    private static final long PATIENCE_MILLIS = 60_000;

    private final RecordedRows rows;
    private final List<RecordedPlace> places = new ArrayList<>(); // guarded by this
    private Source asked; // guarded by this; null unless its places are to be remembered
    private final List<byte[]> messages = new ArrayList<>(); // guarded by this
    private final List<String> names; // of the attributes to remember
    private final List<List<Object>> attributes = new ArrayList<>(); // guarded by this
    private boolean isSettling = true; // guarded by this
    private int settled; // guarded by this
    private final List<String> rejections = new ArrayList<>(); // guarded by this
    private int flushes; // guarded by this
    private boolean ended; // guarded by this
    private Exception cause; // guarded by this; null until the source failed
    private boolean closed; // guarded by this
    private int refused; // guarded by this
    private int lost; // guarded by this

    /** An output of a stream with the given columns. */
    public RecordedOutput(Schema schema) {
        this(schema, List.of());
    }

    /** An output that remembers some attributes of the messages too. */
    public RecordedOutput(Schema schema, List<String> attributes) {
        this.names = List.copyOf(attributes);
        this.rows = new RecordedRows(schema);
    }

    @Override
    public synchronized boolean message(byte[] payload, int offset, int length, MessageAttributes given) {
        if (closed) {
            refused++;
            notifyAll();
            return false;
        }
        messages.add(Arrays.copyOfRange(payload, offset, offset + length));
        attributes.add(List.of(
                names.stream().map(name -> given.find(name).orElse("none")).toArray()));
        askPlace();
        notifyAll();
        return true;
    }

    /** Asks a source for its place, as the engine does, whenever that is the place behind what was delivered. */
    public synchronized void askPlaces(Source source) {
        asked = source;
    }

    /** The places that were told, oldest first. */
    public synchronized List<RecordedPlace> places() {
        return List.copyOf(places);
    }

    private void askPlace() {
        if (asked != null) {
            int items = messages.size() + rows.all().size();
            asked.place().ifPresent(place -> places.add(new RecordedPlace(place, items)));
        }
    }

    /** All that was delivered, in order: messages as text, or rows as lists of values. */
    public synchronized List<String> items() {
        List<String> items = new ArrayList<>(texts());
        rows.values().forEach(row -> items.add(row.toString()));
        return items;
    }

    /** Waits until so many messages or rows have come, or the source failed. */
    public void awaitItems(int count) {
        await(count + " items", () -> messages.size() + rows.all().size() >= count || cause != null);
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
        if (!closed) {
            askPlace();
        }
        notifyAll();
    }

    @Override
    public synchronized boolean settle() {
        flush();
        if (isSettling) {
            settled = messages.size();
        }
        return isSettling;
    }

    /** What {@link #settle} answers from now on; true at first. */
    public synchronized void settling(Settling answer) {
        isSettling = answer == Settling.SUCCEEDS;
    }

    /** What becomes of settling. */
    public enum Settling {
        /** All that was delivered is out. */
        SUCCEEDS,
        /** It is not. */
        FAILS
    }

    /** How many messages were there when settling succeeded last. */
    public synchronized int settled() {
        return settled;
    }

    /** The attributes asked for, by message. */
    public synchronized List<List<Object>> attributes() {
        return List.copyOf(attributes);
    }

    @Override
    public synchronized void disconnected(Exception why) {
        cause = why;
        notifyAll();
    }

    @Override
    public synchronized void reconnecting(Exception why) {
        lost++;
        notifyAll();
    }

    @Override
    public synchronized void reconnected() {
        lost--;
        notifyAll();
    }

    /** Waits until the source says that it has lost its connection and brings it back itself. */
    public void awaitReconnecting() {
        await("a lost connection", () -> lost == 1);
    }

    /** Waits until the source says that its connection is back. */
    public void awaitReconnected() {
        await("a connection", () -> lost == 0);
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

    /** Waits until it was flushed so often, or the source failed. */
    public void awaitFlushes(int count) {
        await(count + " flushes, have " + flushes, () -> flushes >= count || cause != null);
    }

    /** Waits until a message has come after {@link #close}. */
    public void awaitRefusal() {
        await("a message after the output was closed", () -> refused > 0);
    }

    /** How many messages came after {@link #close}. */
    public synchronized int refused() {
        return refused;
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
