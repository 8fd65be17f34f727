package eventflux.core.compile.code.term;

import eventflux.api.event.DataType;

/** What a field of a generated class holds. */
public enum FieldKind {
    /** A number. */
    INT("I", "java/lang/Integer", "intValue"),
    /** A number. */
    LONG("J", "java/lang/Long", "longValue"),
    /** A number. */
    FLOAT("F", "java/lang/Float", "floatValue"),
    /** A number. */
    DOUBLE("D", "java/lang/Double", "doubleValue"),
    /** A text as a Java string. */
    TEXT("java/lang/String"),
    /** A text as UTF-8 bytes. */
    BYTES("[B"),
    /** The application's symbol table. */
    SYMBOLS("eventflux/core/row/SymbolTable"),
    /** A test whether a table has a row. */
    ROW_TEST("eventflux/core/operator/RowPairPredicate"),
    /** An aggregator whose result is read. */
    AGGREGATOR("eventflux/api/spi/aggregate/Aggregator"),
    /** An aggregator that is told of rows. */
    AGGREGATOR_OF_ROWS("eventflux/api/spi/aggregate/Aggregator$OfRows"),
    /** An aggregator that is told whole numbers. */
    AGGREGATOR_OF_LONG("eventflux/api/spi/aggregate/Aggregator$OfLong"),
    /** An aggregator that is told floating-point numbers. */
    AGGREGATOR_OF_DOUBLE("eventflux/api/spi/aggregate/Aggregator$OfDouble"),
    /** An aggregator that is told texts. */
    AGGREGATOR_OF_TEXT("eventflux/api/spi/aggregate/Aggregator$OfText"),
    /** An aggregator that is told objects. */
    AGGREGATOR_OF_OBJECT("eventflux/api/spi/aggregate/Aggregator$OfObject"),
    /** An aggregator that is told nulls. */
    AGGREGATOR_OF_NULLS("eventflux/api/spi/aggregate/Aggregator$OfNulls");

    private final String descriptor;
    private final String className;
    private final String unboxing;

    FieldKind(String descriptor, String className, String unboxing) {
        this.descriptor = descriptor;
        this.className = className;
        this.unboxing = unboxing;
    }

    FieldKind(String className) {
        this(className.startsWith("[") ? className : "L" + className + ";", className, "");
    }

    /** Of a field that holds a value of a type that can be compared. */
    public static FieldKind of(DataType type) {
        return switch (type) {
            case INT, BOOL -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case STRING -> TEXT;
            case OBJECT -> throw new IllegalArgumentException("no field holds an object");
        };
    }

    /** What such a field holds at first. */
    public static Object zero(DataType type) {
        return switch (type) {
            case INT, BOOL -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case STRING -> "";
            case OBJECT -> throw new IllegalArgumentException("no field holds an object");
        };
    }

    /** The field's descriptor. */
    public String descriptor() {
        return descriptor;
    }

    /** Internal name of the class of the object that the constructor gets. */
    public String className() {
        return className;
    }

    /** The method of that class that answers the field's value; empty when the object is the value. */
    public String unboxing() {
        return unboxing;
    }
}
