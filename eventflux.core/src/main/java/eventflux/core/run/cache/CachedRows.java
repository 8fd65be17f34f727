package eventflux.core.run.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eventflux.api.TimeSource;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.UnsafeApi;

/** Rows of a table by their primary key. Which of them make room for others is for Caffeine to say (W-TinyLFU). */
final class CachedRows {

    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private final Cache<List<Object>, byte[]> rows;

    /** None yet. */
    CachedRows(CachedLink.Limits limits, TimeSource time) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder()
                .maximumSize(limits.rows())
                .executor(Runnable::run) // the thread that owns the application, no thread of others
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()));
        limits.retentionMillis().ifPresent(millis -> builder.expireAfterWrite(millis, TimeUnit.MILLISECONDS));
        rows = builder.build();
    }

    /** Appends the row of a key, if it is there. */
    boolean find(List<Object> key, RowBatch found) {
        byte[] row = rows.getIfPresent(key);
        if (row != null) {
            found.append(row, 0, row.length);
        }
        return row != null;
    }

    /** Keeps a row. */
    void put(List<Object> key, RowView row) {
        byte[] copy = new byte[row.length()];
        UnsafeApi.copyMemory(null, row.address(), copy, BYTES, copy.length);
        rows.put(key, copy);
    }

    /** Forgets the row of a key. */
    void forget(List<Object> key) {
        rows.invalidate(key);
    }

    /** Forgets all rows. */
    void forgetAll() {
        rows.invalidateAll();
    }
}
