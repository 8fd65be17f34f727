package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.List;

/** Calls of aggregators, made by chance. */
final class Aggregates {

    private static final List<String> OF_NUMBERS = List.of(
            "sum",
            "sum",
            "avg",
            "min",
            "max",
            "min",
            "max",
            "stdDev",
            "stdDevSample",
            "variance",
            "minForever",
            "maxForever",
            "median",
            "first",
            "last");

    private final Chance chance;
    private final List<Column> columns;
    private final boolean isAlike;

    Aggregates(Chance chance, List<Column> columns, boolean isAlike) {
        this.chance = chance;
        this.columns = columns;
        this.isAlike = isAlike;
    }

    /** One of them. */
    Typed one() {
        List<Column> numbers = Columns.numeric(columns);
        if (numbers.isEmpty() || chance.oneIn(4)) {
            return other();
        }
        Column number = chance.one(numbers);
        String name = chance.one(OF_NUMBERS);
        DataType type = switch (name) {
            case "sum" -> number.type().isInteger() ? DataType.LONG : DataType.DOUBLE;
            case "avg", "stdDev", "stdDevSample", "variance", "median" -> DataType.DOUBLE;
            default -> number.type();
        };
        Typed plain = new Typed(name + "(" + number.name() + ")", type);
        return chance.oneIn(8) ? new Typed(plain.text() + " + 1", type) : plain;
    }

    private Typed other() {
        List<Column> flags = Columns.of(columns, DataType.BOOL);
        if (!flags.isEmpty() && chance.oneIn(3)) {
            return new Typed(chance.oneOf("and", "or") + "(" + chance.one(flags).name() + ")", DataType.BOOL);
        }
        List<Column> texts = Columns.of(columns, DataType.STRING);
        if (!texts.isEmpty() && chance.oneIn(3)) {
            String name = chance.oneOf("first", "last", "min", "max", "groupConcat");
            return new Typed(name + "(" + chance.one(texts).name() + ")", DataType.STRING);
        }
        // What they do with null depends on the dialect.
        if (!isAlike && chance.oneIn(2)) {
            String name = chance.oneOf("count", "distinctCount");
            return new Typed(name + "(" + chance.one(columns).name() + ")", DataType.LONG);
        }
        return new Typed("count()", DataType.LONG);
    }
}
