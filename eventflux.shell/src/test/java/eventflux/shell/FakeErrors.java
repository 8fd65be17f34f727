package eventflux.shell;

import eventflux.api.StoredErrors;
import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.StoredError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Stored events that remember what was replayed. */
final class FakeErrors implements StoredErrors {

    final TreeMap<Long, StoredError> stored = new TreeMap<>();
    final List<Long> replayed = new ArrayList<>();
    boolean isAway; // whether what is replayed fails again

    void add(long number, String shown) {
        stored.put(
                number,
                new StoredError(
                        number,
                        "stocks",
                        ErrorOrigin.SINK,
                        "Out",
                        "Out",
                        1_000,
                        "IOException",
                        "away",
                        3,
                        shown,
                        new byte[0]));
    }

    @Override
    public long count() {
        return stored.size();
    }

    @Override
    public List<StoredError> list(long after, int most) {
        return stored.tailMap(after, false).values().stream().limit(most).toList();
    }

    @Override
    public void replay(long number) {
        StoredError event = stored.remove(number);
        replayed.add(number);
        if (isAway) {
            add(number + 100, event.shown());
        }
    }

    @Override
    public int replayAll() {
        List<Long> all = List.copyOf(stored.keySet());
        all.forEach(this::replay);
        return all.size();
    }

    @Override
    public boolean discard(long number) {
        return stored.remove(number) != null;
    }

    @Override
    public long purge(long beforeMillis) {
        long count = stored.size();
        stored.clear();
        return count;
    }
}
