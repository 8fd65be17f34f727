package eventflux.core.compile.code.term;

import org.objectweb.asm.Label;

/**
 * Where code goes on after a condition.
 *
 * @param next the one of the others that the caller places right behind the condition, so that no jump is needed to it
 */
public record Branches(Label whenTrue, Label whenFalse, Label whenNull, Label next) {

    /** The branches of the opposite condition, null going to {@code onNull}. */
    Branches opposite(Label onNull) {
        return new Branches(whenFalse, whenTrue, onNull, next);
    }
}
