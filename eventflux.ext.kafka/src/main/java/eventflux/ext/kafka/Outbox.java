package eventflux.ext.kafka;

import eventflux.api.spi.sink.SinkContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends without waiting. Records that did not get through for a reason that passes are kept and sent again; they may arrive behind others then.
 * While no broker answers, records are only kept, but for one at a time that tries whether one does again: the application goes on, and is
 * told that the brokers are away. Used by the thread that owns the application, beside the client's own that reports and one that looks.
 */
final class Outbox implements Sender {

    private static final int MOST_UNSENT = 10_000;
    private static final long LOOK_MILLIS = 1_000;
    /** One looks, and may have to wait for the client; another makes the client hurry. */
    private static final int HELPERS = 2;

    /** Together with the client's own end shorter than the engine waits for a sink to stop. */
    private static final long STOP_PATIENCE_MILLIS = 10_000;

    private final KafkaSinkOptions options;
    private final SinkContext engine;
    // Guarded by this object, as the next four are.
    private final Deque<ProducerRecord<byte[], byte[]>> unsent = new ArrayDeque<>();
    private int underWay; // records that the client has not reported on
    private boolean isAway; // whether the engine was told that no broker answers
    private boolean hasGotThrough; // whether a record has since then
    private Exception lastFailure; // null before the first
    // Both written by the thread that owns the application; null while it is stopped.
    private Producer<byte[], byte[]> producer;
    private ScheduledExecutorService helpers;

    /**
     * An empty outbox.
     *
     * @param engine is told of records that are not wanted, and when the brokers are away
     */
    Outbox(KafkaSinkOptions options, SinkContext engine) {
        this.options = options;
        this.engine = engine;
    }

    @Override
    public void start(String topic) throws IOException {
        producer = Clients.producer(options.properties(), topic, options.startPatience());
        synchronized (this) {
            isAway = false;
            lastFailure = null;
        }
        helpers = new ScheduledThreadPoolExecutor(
                HELPERS, Clients.threads("eventflux-kafka-outbox " + engine.application() + " " + engine.stream()));
        BrokerAnswers answers = BrokerAnswers.to(producer, LOOK_MILLIS);
        helpers.scheduleWithFixedDelay(() -> look(answers), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits for room as long as the settings say when too many before it did not get through. */
    @Override
    public void send(ProducerRecord<byte[], byte[]> record) throws IOException {
        if (!isKept(record)) {
            offer(record);
        }
    }

    private synchronized boolean isKept(ProducerRecord<byte[], byte[]> record) throws IOException {
        if (unsent.size() >= MOST_UNSENT && !hasComeTo(() -> unsent.size() < MOST_UNSENT, options.rowPatience())) {
            throw undelivered();
        }
        return isAway && unsent.add(record);
    }

    private Future<?> offer(ProducerRecord<byte[], byte[]> record) throws IOException {
        synchronized (this) {
            underWay++;
        }
        try {
            return producer.send(record, (metadata, failure) -> report(record, failure));
        } catch (KafkaException | IllegalStateException e) {
            synchronized (this) {
                underWay--;
                notifyAll();
            }
            throw new IOException(Clients.reason(e), e);
        }
    }

    private void report(ProducerRecord<byte[], byte[]> record, Exception failure) {
        boolean isRefused = failure != null && Clients.isRefused(failure);
        synchronized (this) {
            underWay--;
            if (failure == null || isRefused) {
                hasGotThrough = true;
            } else {
                lastFailure = failure;
                unsent.add(record);
            }
            if (underWay == 0) {
                notifyAll();
            }
        }
        if (isRefused) {
            engine.lost(failure);
        }
    }

    /** Tells the engine how the brokers are, and sends again what waits for it; by a thread of its own, again and again. */
    private void look(BrokerAnswers answers) {
        Optional<Exception> silence = silence(answers);
        Optional<Exception> lost = lost(silence);
        if (lost.isPresent()) {
            engine.reconnecting(lost.get());
        } else if (isBack(silence)) {
            engine.reconnected();
        }
        try {
            sendAgain();
        } catch (IOException e) {
            synchronized (this) {
                lastFailure = e;
            }
        }
    }

    private Optional<Exception> silence(BrokerAnswers answers) {
        synchronized (this) {
            if (underWay == 0) {
                answers.begin();
                return Optional.empty();
            }
        }
        return answers.look();
    }

    private synchronized Optional<Exception> lost(Optional<Exception> silence) {
        if (silence.isPresent()) {
            hasGotThrough = false;
        }
        if (isAway) {
            return Optional.empty();
        }
        Optional<Exception> cause =
                silence.or(() -> unsent.isEmpty() ? Optional.empty() : Optional.ofNullable(lastFailure));
        if (cause.isPresent()) {
            isAway = true;
            hasGotThrough = false;
            notifyAll();
        }
        return cause;
    }

    private synchronized boolean isBack(Optional<Exception> silence) {
        if (!isAway || silence.isPresent() || !hasGotThrough) {
            return false;
        }
        isAway = false;
        lastFailure = null;
        notifyAll();
        return true;
    }

    @Override
    public void flush() throws IOException {
        if (isAllOut()) {
            return;
        }
        sendAgain();
        // Without it the client would wait for company; how long it takes is not its caller's to wait for when brokers
        // are away.
        helpers.submit(producer::flush);
        synchronized (this) {
            hasComeTo(() -> underWay == 0 || isAway, Duration.ofNanos(Long.MAX_VALUE));
            requireAllOut();
        }
    }

    private synchronized boolean isAllOut() {
        return underWay == 0 && unsent.isEmpty();
    }

    private synchronized void requireAllOut() throws IOException {
        if (!isAllOut()) {
            throw undelivered();
        }
    }

    /** What does not get through in time is kept for the next start. */
    @Override
    public void stop() throws IOException {
        if (producer == null) {
            return;
        }
        boolean isWorthWaiting;
        synchronized (this) {
            isWorthWaiting = isAllOut() || hasComeTo(() -> !isAway, Duration.ofMillis(STOP_PATIENCE_MILLIS));
        }
        helpers.shutdownNow();
        try {
            if (isWorthWaiting) {
                sendAgain();
            }
        } finally {
            if (isWorthWaiting) {
                Clients.close(producer);
            } else {
                producer.close(Duration.ZERO);
            }
            producer = null;
        }
        requireAllOut();
    }

    /** Sends what did not get through; stops at the first that fails at once. While no broker answers a single one tries it. */
    private void sendAgain() throws IOException {
        for (int left = mayGo(); left > 0; left--) {
            ProducerRecord<byte[], byte[]> record = next();
            if (record == null || hasFailedAtOnce(record) && unsent() >= left) {
                return;
            }
        }
    }

    private synchronized int mayGo() {
        int one = underWay == 0 ? Math.min(1, unsent.size()) : 0;
        return isAway ? one : unsent.size();
    }

    private synchronized ProducerRecord<byte[], byte[]> next() {
        notifyAll();
        return unsent.poll();
    }

    private boolean hasFailedAtOnce(ProducerRecord<byte[], byte[]> record) throws IOException {
        try {
            return offer(record).isDone();
        } catch (IOException e) {
            synchronized (this) {
                unsent.addFirst(record);
            }
            throw e;
        }
    }

    private synchronized int unsent() {
        return unsent.size();
    }

    private synchronized IOException undelivered() {
        return new IOException(
                unsent.size() + underWay + " messages wait for being sent"
                        + (lastFailure == null ? "" : ": " + Clients.reason(lastFailure)),
                lastFailure);
    }

    /** Waits as the holder of this object's monitor; answers whether it was worth it. */
    private boolean hasComeTo(BooleanSupplier aim, Duration patience) throws IOException {
        long begin = System.nanoTime();
        while (!aim.getAsBoolean()) {
            long left = patience.toNanos() - (System.nanoTime() - begin);
            if (left <= 0) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the brokers", e);
            }
        }
        return true;
    }
}
