package eventflux.core.operator;

import eventflux.core.row.RowView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A compiled group-by key: one or more expressions as bytes that are equal exactly when all values are. Each value is a long
 * (0 for null, 1 otherwise) and then its slot; a text that is not coded is its length as a long and its bytes padded to
 * eight.
 */
@FunctionalInterface
public interface GroupKey {

    /**
     * Writes the key at offset 0 of {@code out}, growing it as needed.
     *
     * @return its length in bytes, a multiple of eight
     */
    int write(RowView row, EvalContext context, UnsafeBuffer out);
}
