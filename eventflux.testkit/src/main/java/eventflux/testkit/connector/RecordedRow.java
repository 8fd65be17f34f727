package eventflux.testkit.connector;

import java.util.List;
import java.util.OptionalLong;

/**
 * A row that was committed.
 *
 * @param timestamp its own time, empty when it takes the application's
 * @param values one for each column, null where it is null; may not be copied by {@link List#copyOf} for that reason
 */
public record RecordedRow(OptionalLong timestamp, List<Object> values) {

    @Override
    public String toString() {
        return timestamp.isPresent() ? timestamp.getAsLong() + values.toString() : values.toString();
    }
}
