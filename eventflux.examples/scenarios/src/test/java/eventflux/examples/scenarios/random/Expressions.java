package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.List;

/** Expressions over columns, made by chance. */
final class Expressions {

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Chance chance;
    private final List<Column> columns;
    private final boolean isAlike;

    /**
     * Expressions.
     *
     * @param columns as they are written
     * @param isAlike whether they have to mean the same in both dialects, which differ in nulls and in quotients of whole numbers
     */
    Expressions(Chance chance, List<Column> columns, boolean isAlike) {
        this.chance = chance;
        this.columns = columns;
        this.isAlike = isAlike;
    }

    /** A condition, for which a row is let through more often than not. */
    String condition() {
        String first = comparison();
        return switch (chance.below(8)) {
            case 0 -> first + " and " + comparison();
            case 1, 2 -> first + " or " + comparison();
            case 3 -> isAlike ? first : "not (" + first + ")";
            default -> first;
        };
    }

    private String comparison() {
        Column column = chance.one(columns);
        if (chance.oneIn(10)) {
            return chance.oneIn(2) ? column.name() + " is null" : "not (" + column.name() + " is null)";
        }
        return switch (column.type()) {
            case STRING -> column.name() + chance.oneOf(" == ", " != ", " != ") + text().text();
            case BOOL -> column.name() + chance.oneOf(" == true", " != true", "");
            case OBJECT -> column.name() + " is null";
            default -> column.name() + " " + chance.one(COMPARISONS) + " " + limit(column);
        };
    }

    // Around the middle of what comes in.
    private String limit(Column column) {
        List<Column> others = Columns.filtered(Columns.numeric(columns), other -> !other.equals(column));
        if (!others.isEmpty() && chance.oneIn(4)) {
            return chance.one(others).name();
        }
        return String.valueOf(chance.from(0, 6));
    }

    /** A value of any type. */
    Typed value() {
        return switch (chance.below(12)) {
            case 0, 1, 2 -> number();
            case 3 -> text();
            case 4 -> choice();
            case 5 -> isAlike ? column() : new Typed(comparison(), DataType.BOOL);
            default -> column();
        };
    }

    Typed column() {
        Column column = chance.one(columns);
        return new Typed(column.name(), column.type());
    }

    /** A column of a number, or something calculated with one. */
    Typed number() {
        List<Column> numbers = Columns.numeric(columns);
        if (numbers.isEmpty()) {
            return new Typed(String.valueOf(chance.below(5)), DataType.INT);
        }
        Column column = chance.one(numbers);
        Typed plain = new Typed(column.name(), column.type());
        return switch (chance.below(9)) {
            case 0 -> combined(plain, chance.oneOf("+", "-", "*"), chance.one(numbers));
            case 1 -> new Typed(plain.text() + " % " + chance.from(2, 4), plain.type());
            case 2 -> new Typed("-" + plain.text(), plain.type());
            case 3 -> new Typed("coalesce(" + plain.text() + ", " + zero(plain.type()) + ")", plain.type());
            case 4 -> quotient(plain);
            default -> plain;
        };
    }

    // Of which type another one is depends on the dialect.
    private Typed quotient(Typed plain) {
        if (plain.type() == DataType.DOUBLE) {
            return new Typed(plain.text() + " / 2", DataType.DOUBLE);
        }
        return isAlike ? plain : new Typed("cast(" + plain.text() + " / 2, 'double')", DataType.DOUBLE);
    }

    private static Typed combined(Typed left, String operator, Column right) {
        // Products of products would not fit.
        Typed other = operator.equals("*") ? new Typed("2", DataType.INT) : new Typed(right.name(), right.type());
        return new Typed(left.text() + " " + operator + " " + other.text(), wider(left.type(), other.type()));
    }

    private static DataType wider(DataType left, DataType right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    private static String zero(DataType type) {
        return switch (type) {
            case INT -> "0";
            case LONG -> "0L";
            case FLOAT -> "0f";
            default -> "0.0";
        };
    }

    private Typed choice() {
        Typed number = number();
        return new Typed(
                "ifThenElse(" + comparison() + ", " + number.text() + ", " + zero(number.type()) + ")", number.type());
    }

    /** A column of texts, a constant, or something made of them. */
    Typed text() {
        List<Column> texts = Columns.of(columns, DataType.STRING);
        if (texts.isEmpty() || chance.oneIn(2)) {
            return new Typed(chance.oneOf("'k0'", "'k1'", "'g1'", "''"), DataType.STRING);
        }
        String name = chance.one(texts).name();
        return new Typed(chance.oneOf(name, name, "upper(" + name + ")", "concat(" + name + ", 'x')"), DataType.STRING);
    }
}
