package eventflux.core.operator.partition;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.LongKey;
import eventflux.core.row.RowView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The key of a partition that several streams enter: that of the stream whose row has come last. Written by the thread that owns
 * the application.
 */
public final class KeySwitch implements LongKey, GroupKey {

    private LongKey number;
    private GroupKey bytes;

    /** Takes keys that fit a long from rows of another stream from now on. */
    public void use(LongKey key) {
        number = key;
    }

    /** Takes keys of bytes from rows of another stream from now on. */
    public void use(GroupKey key) {
        bytes = key;
    }

    @Override
    public boolean isNull(RowView row, EvalContext context) {
        return number.isNull(row, context);
    }

    @Override
    public long key(RowView row, EvalContext context) {
        return number.key(row, context);
    }

    @Override
    public int write(RowView row, EvalContext context, UnsafeBuffer out) {
        return bytes.write(row, context, out);
    }
}
