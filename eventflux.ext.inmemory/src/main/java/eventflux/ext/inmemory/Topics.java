package eventflux.ext.inmemory;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The topics of the process and who listens to them. Sources and sinks are made by factories that know nothing of each other, in OSGi
 * and on a class path alike, so there is one place for the whole bundle. Safe for many threads.
 */
final class Topics {

    private static final Topics OF_BUNDLE = new Topics();

    private final Map<String, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    static Topics ofBundle() {
        return OF_BUNDLE;
    }

    void subscribe(Subscription subscription) {
        subscriptions
                .computeIfAbsent(subscription.topic(), topic -> new CopyOnWriteArrayList<>())
                .add(subscription);
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.computeIfPresent(subscription.topic(), (topic, present) -> {
            present.remove(subscription);
            return present.isEmpty() ? null : present;
        });
    }

    /** Hands something to all who listen; where nobody does it is gone. */
    void publish(String topic, Item item) throws IOException {
        for (Subscription subscription : subscriptions.getOrDefault(topic, List.of())) {
            subscription.offer(item);
        }
    }
}
