package eventflux.core.compile.code.term;

import java.util.Locale;

/**
 * A field of the generated class.
 *
 * @param index counted from zero; the place of its value among those that the constructor gets
 */
public record FieldRef(int index, FieldKind kind) {

    /** The field's name. */
    public String name() {
        return "field" + index;
    }

    @Override
    public String toString() {
        return "#" + index + ":" + kind.name().toLowerCase(Locale.ROOT);
    }
}
