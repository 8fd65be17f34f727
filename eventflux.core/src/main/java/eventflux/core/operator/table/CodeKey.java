package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The code of a text that is computed, or lies in a row as it is. */
public final class CodeKey implements RowKey {

    private static final int INITIAL_BYTES = 256;
    private static final int LENGTH_OFFSET = Long.BYTES;
    private static final int TEXT_OFFSET = 2 * Long.BYTES;

    private final GroupKey key;
    private final SymbolTable symbols;
    private final UnsafeBuffer bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_BYTES));
    // Written by the thread that owns the application.
    private long value;

    /**
     * A compiled key of one text.
     *
     * @param key writes it
     * @param symbols gives the code
     */
    public CodeKey(GroupKey key, SymbolTable symbols) {
        this.key = key;
        this.symbols = symbols;
    }

    @Override
    public boolean read(RowView row, EvalContext context) {
        key.write(row, context, bytes);
        if (bytes.getLong(0) == 0) {
            return false;
        }
        value = symbols.code(bytes.addressOffset() + TEXT_OFFSET, (int) bytes.getLong(LENGTH_OFFSET));
        return true;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return "code of " + key;
    }
}
