package eventflux.testkit.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one handle keeps: a value for each key. */
abstract class Keyed<V> {

    private final Present present;
    private final Map<Object, V> values = new LinkedHashMap<>();

    Keyed(Present present) {
        this.present = present;
    }

    /** Says whose values are read and written. */
    interface Present {

        /** The key that is worked on; an error when there is none. */
        Object key();
    }

    /** What a new key has. */
    abstract V fresh();

    /** A copy that later changes leave alone. */
    abstract V copy(V value);

    /** Called when work goes on with another key or with restored values. */
    void onEnter() {}

    final V here() {
        return values.computeIfAbsent(present.key(), key -> fresh());
    }

    final void put(V value) {
        values.put(present.key(), value);
    }

    final void drop(Object key) {
        values.remove(key);
    }

    final Map<Object, V> values() {
        return values;
    }

    final Map<Object, Object> save() {
        Map<Object, Object> saved = new LinkedHashMap<>();
        values.forEach((key, value) -> saved.put(key, copy(value)));
        return saved;
    }

    final void restore(Map<Object, Object> saved) {
        values.clear();
        saved.forEach((key, value) -> values.put(key, copy(cast(value))));
    }

    @SuppressWarnings("unchecked") // what save() wrote under the same name and class
    private V cast(Object value) {
        return (V) value;
    }
}
