package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A value that generated code computes. Sets of columns are {@link BitSet}s of {@link ColumnTerm#bit()}.
 *
 * <p>Null never lies on the operand stack: code that finds a null jumps. The height of the stack at such a label is that at the
 * beginning of the term.
 */
public sealed interface Term
        permits AggregateTerm,
                ArithmeticTerm,
                BooleanTerm,
                BoxTerm,
                CallTerm,
                ChoiceTerm,
                CoalesceTerm,
                ColumnTerm,
                Comparison,
                ConversionTerm,
                FieldTerm,
                InTableTerm,
                IsNullTerm,
                IsOfTypeTerm,
                JunctionTerm,
                KeptTerm,
                NegateTerm,
                NotTerm,
                NullTerm,
                ObjectTextTerm,
                PiecesTerm,
                OnceTerm,
                OutlinedTerm,
                TimeTerm,
                WidenTerm {

    /** The type of the value. */
    DataType type();

    /** The terms that it is made of. */
    default List<Term> parts() {
        return List.of();
    }

    /** Descriptor of what it leaves on the stack. */
    default String descriptor() {
        return JavaType.of(type()).descriptor();
    }

    /** Whether it may turn out null where the given columns are known not to be. */
    boolean nullable(BitSet known);

    /** Whether it is null for every row. */
    default boolean isNull() {
        return false;
    }

    /**
     * Adds the columns of which each makes this term null when it is null. Code tests them together, before anything is
     * computed; so a null column wins over an error.
     */
    default void strictColumns(BitSet columns) {}

    /** Adds the columns that are not null wherever this condition has turned out true. */
    default void presentWhenTrue(BitSet columns) {
        strictColumns(columns);
    }

    /** Adds all columns that the instructions of this term read or test. */
    default void columns(BitSet columns) {
        for (Term part : parts()) {
            part.columns(columns);
        }
    }

    /** Whether any of some terms may turn out null. */
    static boolean anyNullable(List<Term> terms, BitSet known) {
        for (Term term : terms) {
            if (term.nullable(known)) {
                return true;
            }
        }
        return false;
    }

    /** Writes instructions that leave the value on the stack, or jump when it is null. */
    void emit(CodeWriter code, Label onNull);

    /** Writes instructions that jump as the condition turns out; for BOOL. */
    default void condition(CodeWriter code, Branches to) {
        emit(code, to.whenNull());
        code.branch(Opcodes.IFNE, Opcodes.IFEQ, to);
    }

    /**
     * Whether {@link #truth} can write this condition: it is made of numbers and truth values that rows and fields hold, so all of it may
     * be looked at whatever its parts say.
     */
    default boolean isFlat() {
        return false;
    }

    /**
     * Writes instructions that leave 1 where this condition, which is {@linkplain #isFlat flat}, turns out as wanted, and 0 where it does not or
     * is null. No part is passed over because of another one: what a processor guesses wrong costs more than the whole of them.
     */
    default void truth(CodeWriter code, boolean wanted) {
        throw new IllegalStateException("not flat: " + this);
    }

    /** Prints all that its instructions depend on. */
    void print(StringBuilder out);

    /** How many terms it has, itself included; the measure of the length of its instructions. */
    default int weight() {
        int weight = 1;
        for (Term part : parts()) {
            weight += part.weight();
        }
        return weight;
    }
}
