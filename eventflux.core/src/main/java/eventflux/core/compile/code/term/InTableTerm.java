package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;

/**
 * Whether a table has a row, as an object tells that a field holds; asked with the first row and the last.
 *
 * @param test the field
 * @param lastRow the number of the second row, or of the first again
 */
public record InTableTerm(FieldRef test, int lastRow) implements Term {

    @Override
    public DataType type() {
        return DataType.BOOL;
    }

    @Override
    public boolean nullable(BitSet known) {
        return false;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.push(test);
        code.pushRow(0);
        code.pushRow(lastRow);
        code.pushContext();
        String rows = "L" + CodeWriter.ROW + ";L" + CodeWriter.ROW + ";";
        code.callInterface(test.kind().className(), "test", "(" + rows + "L" + CodeWriter.CONTEXT + ";)Z");
    }

    @Override
    public void print(StringBuilder out) {
        out.append("inTable").append(lastRow).append(test);
    }
}
