package eventflux.ext.inmemory;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What waits for one source. Filled by the owners of other applications, emptied by the source's own thread. */
final class Subscription {

    private static final int CAPACITY = 65_536;
    private static final long PATIENCE_SECONDS = 10;

    private final String topic;
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(CAPACITY);

    Subscription(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    /** Waits for room, but not for ever: the source may wait for the very application that publishes. */
    void offer(Item item) throws IOException {
        try {
            if (!items.offer(item, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("a source of topic " + topic + " does not keep up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a source of topic " + topic, e);
        }
    }

    /** The next one, or null when nothing has come for a while. */
    Item poll(long millis) throws InterruptedException {
        return items.poll(millis, TimeUnit.MILLISECONDS);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }
}
