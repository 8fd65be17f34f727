package eventflux.testkit.scenario;

import eventflux.api.event.DataType;

/** Values of a file as the column's type asks for them. */
final class ColumnValue {

    private ColumnValue() {}

    static Object of(Object value, DataType type) {
        if (value instanceof Long whole) {
            return switch (type) {
                case INT -> Math.toIntExact(whole);
                case FLOAT -> whole.floatValue();
                case DOUBLE -> whole.doubleValue();
                default -> whole;
            };
        }
        if (value instanceof Double number && type == DataType.FLOAT) {
            return number.floatValue();
        }
        return value;
    }
}
