package eventflux.ext.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import eventflux.api.config.Settings;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.SinkContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Writes to an exchange. Messages are kept until the server has confirmed them; those that it has not when the connection is lost
 * are sent again over the next, with the next message or flush.
 */
final class RabbitSink implements MessageSink {

    /** That messages are not confirmed comes out by asking. */
    private static final long LOOK_AFTER_MILLIS = 1_000;

    private final Settings settings;
    private final Address address;
    private final SinkContext context;
    private final RowSettings row;

    // All written by the thread that owns the application.
    private Connection connection; // null before the first start
    private Channel channel; // null while it is stopped
    private Unconfirmed unconfirmed = new Unconfirmed(); // of the channel

    RabbitSink(Address address, SinkContext context) {
        this.settings = context.settings();
        this.address = address;
        this.context = context;
        this.row = context.rowSettings();
    }

    @Override
    public void start() throws IOException {
        connect();
    }

    private void connect() throws IOException {
        if (connection != null) {
            connection.abort();
        }
        connection = address.connect();
        Unconfirmed fresh = new Unconfirmed();
        try {
            channel = open(fresh);
        } catch (IOException | RuntimeException e) {
            connection.abort();
            throw e instanceof IOException known ? known : new IOException(e.getMessage(), e);
        }
        List<Outgoing> again = unconfirmed.all();
        unconfirmed = fresh;
        again.forEach(this::send);
    }

    /** A channel that is ready to send: of one that is only half so, the numbers of messages would mean nothing. */
    private Channel open(Unconfirmed fresh) throws IOException {
        Channel made = connection.createChannel();
        made.confirmSelect();
        made.addConfirmListener(fresh::confirmed, fresh::refused);
        made.addReturnListener(returned ->
                context.lost(new IOException("no queue takes the routing key " + returned.getRoutingKey())));
        declare(made);
        return made;
    }

    private void declare(Channel made) throws IOException {
        String exchange = settings.find("exchange").orElse("");
        if (!exchange.isEmpty() && settings.getBoolean("declare.exchange")) {
            made.exchangeDeclare(exchange, settings.getString("exchange.type"), true);
        } else if (!exchange.isEmpty()) {
            made.exchangeDeclarePassive(exchange);
        }
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        requireChannel();
        if (unconfirmed.size() >= settings.getInt("confirm.window")) {
            awaitConfirms();
        }
        send(new Outgoing(
                row.find("routing.key").orElse(""),
                properties(),
                Arrays.copyOfRange(payload, offset, offset + length)));
    }

    private BasicProperties properties() {
        Map<String, Object> headers = new HashMap<>(row.withPrefix("headers."));
        return new BasicProperties.Builder()
                .contentType(settings.getString("content.type"))
                .deliveryMode(settings.getBoolean("persistent") ? 2 : 1)
                .headers(headers)
                .messageId(row.find("message.id").orElse(null))
                .correlationId(row.find("correlation.id").orElse(null))
                .build();
    }

    /** Takes the message in any case: if the connection breaks meanwhile, it goes out over the next one. */
    private void send(Outgoing message) {
        unconfirmed.sent(channel.getNextPublishSeqNo(), message);
        try {
            channel.basicPublish(
                    settings.find("exchange").orElse(""),
                    message.routingKey(),
                    settings.getBoolean("mandatory"),
                    message.properties(),
                    message.body());
        } catch (IOException | AlreadyClosedException e) {
            connection.abort();
        }
    }

    private void awaitConfirms() throws IOException {
        if (!unconfirmed.await(settings.getMillis("confirm.timeout.ms"), channel::isOpen)) {
            throw new IOException(unconfirmed.size() + " messages are not confirmed yet");
        }
    }

    @Override
    public void flush() throws IOException {
        requireChannel();
        awaitConfirms();
    }

    /** Messages that the server has refused go out again over a new channel, as those of one that broke. */
    private void requireChannel() throws IOException {
        if (!channel.isOpen() || unconfirmed.hasRefused()) {
            connect();
        }
    }

    @Override
    public long flushAfterMillis() {
        return LOOK_AFTER_MILLIS;
    }

    @Override
    public void stop() throws IOException {
        if (channel == null) {
            return;
        }
        try {
            flush();
        } finally {
            connection.abort();
            channel = null;
        }
    }

    /** A message on its way. */
    record Outgoing(String routingKey, BasicProperties properties, byte[] body) {}

    /**
     * Messages that the server has not confirmed, by their numbers in one channel: a confirmation that comes late, for a channel that was
     * given up, says nothing of the numbers of the next. Safe for the owner of the application and the client's thread.
     */
    private static final class Unconfirmed {

        private static final long TURN_MILLIS = 50;

        // All guarded by this.
        private final TreeMap<Long, Outgoing> messages = new TreeMap<>();
        private boolean hasRefused;

        synchronized void sent(long number, Outgoing message) {
            messages.put(number, message);
        }

        synchronized void confirmed(long number, boolean andBefore) {
            if (andBefore) {
                messages.headMap(number, true).clear();
            } else {
                messages.remove(number);
            }
            notifyAll();
        }

        /** The server could not take it; it goes out again over a new connection. */
        synchronized void refused(long number, boolean andBefore) {
            hasRefused = true;
            notifyAll();
        }

        synchronized boolean hasRefused() {
            return hasRefused;
        }

        synchronized int size() {
            return messages.size();
        }

        synchronized List<Outgoing> all() {
            return List.copyOf(messages.values());
        }

        synchronized boolean await(long millis, BooleanSupplier isOpen) throws IOException {
            long end = System.nanoTime() + millis * 1_000_000;
            try {
                while (!messages.isEmpty() && !hasRefused && isOpen.getAsBoolean() && System.nanoTime() < end) {
                    wait(TURN_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the server", e);
            }
            return messages.isEmpty();
        }
    }
}
