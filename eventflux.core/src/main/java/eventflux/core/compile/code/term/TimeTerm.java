package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;

/**
 * A point in time.
 *
 * @param input the row whose time it is, or {@link #NONE} for the application's
 */
public record TimeTerm(int input) implements Term {

    private static final int NONE = -1;

    /** The application's time. */
    public static final TimeTerm NOW = new TimeTerm(NONE);

    /** The time of a row. */
    public static TimeTerm of(int input) {
        return new TimeTerm(input);
    }

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
        if (input != NONE) {
            code.pushRow(input);
            code.call(CodeWriter.ROW, "timestamp", "()J");
        } else {
            code.pushContext();
            code.call(CodeWriter.CONTEXT, "now", "()J");
        }
    }

    @Override
    public void print(StringBuilder out) {
        out.append(input == NONE ? "now" : input == 0 ? "eventTimestamp" : "eventTimestamp" + input);
    }
}
