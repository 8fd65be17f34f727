package eventflux.core.operator.partition;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.LongKey;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The code of a text that has none in its row, because it was computed. */
public final class InternedKey implements LongKey {

    private static final int INITIAL_BYTES = 256;
    private static final int TEXT_OFFSET = 2 * Long.BYTES;

    private final GroupKey text;
    private final SymbolTable symbols;
    private final UnsafeBuffer written = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_BYTES));

    /**
     * A key.
     *
     * @param text writes one text that is not coded
     * @param symbols gives it a code
     */
    public InternedKey(GroupKey text, SymbolTable symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    @Override
    public boolean isNull(RowView row, EvalContext context) {
        text.write(row, context, written);
        return written.getLong(0) == 0;
    }

    @Override
    public long key(RowView row, EvalContext context) {
        text.write(row, context, written);
        return symbols.code(written.addressOffset() + TEXT_OFFSET, (int) written.getLong(Long.BYTES));
    }
}
