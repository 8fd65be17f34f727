package eventflux.ext.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a queue. The server sends no more than the prefetch that was not acknowledged yet; acknowledged is what the application and
 * its sinks have done with. A connection that is lost is reported, and what was on its way comes again over the next.
 */
final class RabbitSource implements Source {

    private static final long LOOK_AFTER_MILLIS = 200;

    private final Settings settings;
    private final Address address;
    private final TimeSource time;
    private final String name;

    // All written by the thread that starts and stops.
    private Connection connection;
    private SourceThread thread;

    RabbitSource(Settings settings, Address address, TimeSource time, String name) {
        this.settings = settings;
        this.address = address;
        this.time = time;
        this.name = name;
    }

    @Override
    public void start(SourceOutput out) throws IOException {
        connection = address.connect();
        try {
            Channel channel = connection.createChannel();
            String queue = declare(channel);
            BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
            channel.basicQos(settings.getInt("prefetch"));
            channel.basicConsume(
                    queue,
                    settings.getBoolean("auto.ack"),
                    settings.find("consumer.tag").orElse(""),
                    (tag, delivery) -> deliveries.add(delivery),
                    tag -> connection.abort());
            thread = new SourceThread(name, time, (to, own) -> new Reading(channel, deliveries, to, own).run());
        } catch (IOException | RuntimeException e) {
            connection.abort();
            throw new IOException("the queue " + settings.getString("queue") + " cannot be read: " + reason(e), e);
        }
        thread.start(out);
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage();
    }

    /** Makes the queue, and binds it to an exchange when one is named. */
    private String declare(Channel channel) throws IOException {
        String queue = settings.getString("queue");
        if (settings.getBoolean("declare.queue")) {
            channel.queueDeclare(queue, settings.getBoolean("queue.durable"), false, false, Map.of());
        }
        if (settings.has("exchange")) {
            channel.exchangeDeclare(settings.getString("exchange"), settings.getString("exchange.type"), true);
            channel.queueBind(
                    queue,
                    settings.getString("exchange"),
                    settings.find("routing.key").orElse(""));
        }
        return queue;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.stop();
        }
        if (connection != null) {
            connection.abort();
        }
    }

    /** The work of the source's thread. */
    private final class Reading {

        private final Channel channel;
        private final BlockingQueue<Delivery> deliveries;
        private final SourceOutput out;
        private final SourceThread own;
        private final boolean isAcknowledging = !settings.getBoolean("auto.ack");
        private long delivered; // the tag of the last delivery that the application took
        private long acknowledged;

        Reading(Channel channel, BlockingQueue<Delivery> deliveries, SourceOutput out, SourceThread own) {
            this.channel = channel;
            this.deliveries = deliveries;
            this.out = out;
            this.own = own;
        }

        /** Never comes to an end by itself. */
        boolean run() throws IOException, InterruptedException {
            try {
                while (!own.isStopped()) {
                    turn();
                    if (!channel.isOpen() && !own.isStopped()) {
                        out.disconnected(new IOException("the connection was closed: "
                                + channel.getCloseReason().getMessage()));
                        return false;
                    }
                }
            } catch (IOException | RuntimeException e) {
                if (!own.isStopped()) {
                    out.disconnected(e);
                }
            }
            return false;
        }

        private void turn() throws IOException, InterruptedException {
            List<Delivery> batch = new ArrayList<>();
            Delivery first = deliveries.poll(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                deliveries.drainTo(batch, settings.getInt("prefetch") - 1);
            }
            for (Delivery delivery : batch) {
                byte[] body = delivery.getBody();
                if (own.isStopped() || !out.message(body, 0, body.length, new DeliveryAttributes(delivery))) {
                    break;
                }
                delivered = delivery.getEnvelope().getDeliveryTag();
            }
            if (!isAcknowledging) {
                out.flush();
            } else if (delivered > acknowledged && out.settle()) {
                channel.basicAck(delivered, true);
                acknowledged = delivered;
            }
        }
    }
}
