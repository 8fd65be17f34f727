package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import org.objectweb.asm.Label;

/** What is null for every row. Code behind it is never reached. */
public record NullTerm(DataType type) implements Term {

    @Override
    public boolean nullable(BitSet known) {
        return true;
    }

    @Override
    public boolean isNull() {
        return true;
    }

    @Override
    public void emit(CodeWriter code, Label onNull) {
        code.jump(onNull);
    }

    @Override
    public void condition(CodeWriter code, Branches to) {
        code.jumpUnlessNext(to.whenNull(), to.next());
    }

    @Override
    public void print(StringBuilder out) {
        out.append("null:").append(type);
    }
}
