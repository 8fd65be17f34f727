package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;

/** A comparison of two values, which is null, or false, where one of them is. */
sealed interface Comparison extends Term permits ComparisonTerm, TextComparisonTerm {

    /** The left value. */
    Term left();

    /** The right value. */
    Term right();

    /** Whether a null operand makes it false, instead of null. */
    boolean nullIsFalse();

    @Override
    default DataType type() {
        return DataType.BOOL;
    }

    @Override
    default List<Term> parts() {
        return List.of(left(), right());
    }

    @Override
    default boolean nullable(BitSet known) {
        return !nullIsFalse() && (left().nullable(known) || right().nullable(known));
    }

    @Override
    default void strictColumns(BitSet columns) {
        if (!nullIsFalse()) {
            presentWhenTrue(columns);
        }
    }

    @Override
    default void presentWhenTrue(BitSet columns) {
        left().strictColumns(columns);
        right().strictColumns(columns);
    }

    @Override
    default void emit(CodeWriter code, Label onNull) {
        code.materialize(this, onNull);
    }
}
