package eventflux.ext.inmemory;

import eventflux.api.TimeSource;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;

/**
 * Listens to a topic. It delivers on a thread of its own, so that applications that publish to each other never wait for each other's
 * ownership.
 */
final class TopicSource implements Source {

    private static final long LOOK_AFTER_MILLIS = 100;

    private final String topic;
    private final Topics topics;
    private final TimeSource time;
    private final boolean isMapped;
    private final String name;

    // Both written by the thread that starts and stops; null before the first start.
    private Subscription subscription;
    private SourceThread thread;

    TopicSource(String topic, Topics topics, TimeSource time, boolean isMapped, String name) {
        this.topic = topic;
        this.topics = topics;
        this.time = time;
        this.isMapped = isMapped;
        this.name = name;
    }

    @Override
    public void start(SourceOutput out) {
        Subscription own = new Subscription(topic);
        subscription = own;
        thread = new SourceThread(name, time, (to, running) -> {
            while (!running.isStopped()) {
                Item item = own.poll(LOOK_AFTER_MILLIS);
                if (item != null) {
                    deliver(item, to);
                }
                if (item != null && own.isEmpty()) {
                    to.flush();
                }
            }
            return false;
        });
        topics.subscribe(own);
        thread.start(out);
    }

    private void deliver(Item item, SourceOutput out) {
        if (item instanceof Item.Message message && isMapped) {
            out.message(message.payload(), 0, message.payload().length);
        } else if (item instanceof Item.Values row && !isMapped) {
            append(row, out);
        } else {
            String expected = isMapped ? "messages" : "rows";
            out.rejected(new IllegalArgumentException("this source takes " + expected), "topic " + topic);
        }
    }

    private void append(Item.Values row, SourceOutput out) {
        RowAppender rows = out.rows();
        if (row.values().length != rows.schema().size()) {
            out.rejected(
                    new IllegalArgumentException("a row of " + row.values().length + " values for "
                            + rows.schema().size() + " columns"),
                    "topic " + topic);
            return;
        }
        try {
            rows.begin(row.timestamp());
            for (int i = 0; i < row.values().length; i++) {
                rows.set(i, row.values()[i]);
            }
            rows.commit();
        } catch (RuntimeException e) {
            rows.abort();
            out.rejected(e, "topic " + topic);
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            topics.unsubscribe(subscription);
            thread.stop();
        }
    }
}
