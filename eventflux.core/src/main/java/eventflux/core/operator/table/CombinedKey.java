package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.Arrays;
import java.util.List;

/** A hash of several keys. Rows of one hash need not have equal keys: who looks up by it tests the condition as well. */
public final class CombinedKey implements RowKey {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final RowKey[] parts;
    // Written by the thread that owns the application.
    private long value;

    /** The keys, in order. */
    public CombinedKey(List<RowKey> parts) {
        this.parts = parts.toArray(RowKey[]::new);
    }

    @Override
    public boolean read(RowView row, EvalContext context) {
        long hash = 0;
        for (RowKey part : parts) {
            if (!part.read(row, context)) {
                return false;
            }
            hash = (hash ^ part.value()) * MULTIPLIER;
            hash ^= hash >>> Integer.SIZE;
        }
        value = hash;
        return true;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
