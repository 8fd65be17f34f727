package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.List;

/**
 * Expressions over columns, made by chance. Passes by what {@code siddhi.md} has under "Expressions": comparisons with {@code !=} where there
 * are nulls, {@code ifThenElse} of truth values with nulls, {@code cast}, {@code convert} of nulls and to what cannot hold the value,
 * {@code maximum} and {@code minimum}.
 */
final class Expressions {

    private final Chance chance;
    private final Readable source;

    Expressions(Chance chance, Readable source) {
        this.chance = chance;
        this.source = source;
    }

    /** A condition, for which a row is let through more often than not. */
    String condition() {
        String first = comparison();
        return switch (chance.below(8)) {
            case 0 -> first + " and " + comparison();
            case 1, 2 -> first + " or " + comparison();
            case 3 -> "not (" + first + ")";
            default -> first;
        };
    }

    private String comparison() {
        Column column = chance.one(source.columns());
        if (chance.oneIn(10)) {
            return chance.oneIn(2) ? column.name() + " is null" : "not (" + column.name() + " is null)";
        }
        return switch (column.type()) {
            case STRING -> column.name() + chance.oneOf(" == ", different()) + chance.oneOf("'a'", "'b'", "'c'");
            case BOOL -> column.name() + chance.oneOf(" == true", " == false", "");
            default -> column.name() + chance.oneOf(" == ", different(), " < ", " <= ", " > ", " >= ") + limit(column);
        };
    }

    private String different() {
        return source.hasNulls() ? " == " : " != ";
    }

    // Around the middle of what comes in.
    private String limit(Column column) {
        List<Column> others =
                Readable.filtered(source.numbers(), other -> !other.name().equals(column.name()));
        if (!others.isEmpty() && chance.oneIn(4)) {
            return chance.one(others).name();
        }
        return chance.from(0, 5) + chance.oneOf("", "", "L", ".5", ".0f");
    }

    /** A value of any type. */
    Typed value() {
        return switch (chance.below(14)) {
            case 0, 1, 2, 3 -> number();
            case 4 -> choice();
            case 5 -> new Typed(comparison(), DataType.BOOL);
            case 6 -> replaced();
            case 7 -> converted();
            default -> column();
        };
    }

    Typed column() {
        Column column = chance.one(source.columns());
        return new Typed(column.name(), column.type());
    }

    /** A column of a number, or something calculated with one. */
    Typed number() {
        List<Column> numbers = source.numbers();
        if (numbers.isEmpty()) {
            return new Typed(String.valueOf(chance.below(5)), DataType.INT);
        }
        Typed plain = typed(chance.one(numbers));
        Typed other = chance.oneOf(
                typed(chance.one(numbers)),
                new Typed("2", DataType.INT),
                new Typed("3L", DataType.LONG),
                new Typed("0.5", DataType.DOUBLE),
                new Typed("4f", DataType.FLOAT));
        String operator = chance.oneOf(" + ", " - ", " * ", " / ", " % ");
        return chance.oneIn(2)
                ? plain
                : new Typed(plain.text() + operator + other.text(), wider(plain.type(), other.type()));
    }

    private static Typed typed(Column column) {
        return new Typed(column.name(), column.type());
    }

    private static DataType wider(DataType left, DataType right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    private Typed choice() {
        Typed column = column();
        if (source.hasNulls() && column.type() == DataType.BOOL) {
            return column;
        }
        return new Typed(
                "ifThenElse(" + comparison() + ", " + column.text() + ", " + constant(column.type()) + ")",
                column.type());
    }

    private Typed replaced() {
        Typed column = column();
        return new Typed(
                chance.oneOf("coalesce(", "default(") + column.text() + ", " + constant(column.type()) + ")",
                column.type());
    }

    private Typed converted() {
        Typed column = column();
        if (source.hasNulls() || !column.type().isNumeric()) {
            return column;
        }
        return switch (column.type()) {
            case INT -> new Typed("convert(" + column.text() + ", 'long')", DataType.LONG);
            case FLOAT -> new Typed("convert(" + column.text() + ", 'double')", DataType.DOUBLE);
            default -> new Typed("convert(" + column.text() + ", 'string')", DataType.STRING);
        };
    }

    private static String constant(DataType type) {
        return switch (type) {
            case STRING -> "'z'";
            case BOOL -> "true";
            case INT -> "9";
            case LONG -> "9L";
            case FLOAT -> "9.5f";
            default -> "9.5";
        };
    }
}
