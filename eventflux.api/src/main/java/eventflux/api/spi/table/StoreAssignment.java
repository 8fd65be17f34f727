package eventflux.api.spi.table;

import java.util.Objects;

/**
 * A new value of a column.
 *
 * @param column counted from zero
 * @param value of the column's type, or of one that widens to it
 */
public record StoreAssignment(int column, StoreExpression value) {

    /** Refuses a missing value. */
    public StoreAssignment {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "[" + column + "] = " + value;
    }
}
