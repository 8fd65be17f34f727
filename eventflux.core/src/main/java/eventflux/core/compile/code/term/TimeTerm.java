package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;

/**
 * A point in time.
 *
 * @param ofRow whether it is the time of the first row, or the application's
 */
public record TimeTerm(boolean ofRow) implements Term {

    @Override
    public DataType type() {
        return DataType.LONG;
    }

    @Override
    public boolean nullable(BitSet known) {
        return false;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        if (ofRow) {
            code.pushRow(0);
            code.call(CodeWriter.ROW, "timestamp", "()J");
        } else {
            code.pushContext();
            code.call(CodeWriter.CONTEXT, "now", "()J");
        }
    }

    @Override
    public void print(StringBuilder out) {
        out.append(ofRow ? "eventTimestamp" : "now");
    }
}
