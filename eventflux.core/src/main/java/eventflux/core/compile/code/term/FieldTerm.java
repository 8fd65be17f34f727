package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;

/** A constant, not null, that a field holds; so its value is no part of the shape. */
public record FieldTerm(FieldRef field, DataType type) implements Term {

    @Override
    public String descriptor() {
        return field.kind().descriptor();
    }

    @Override
    public boolean nullable(BitSet known) {
        return false;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.push(field);
    }

    @Override
    public void print(StringBuilder out) {
        out.append(field);
    }
}
