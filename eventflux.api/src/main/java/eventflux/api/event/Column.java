package eventflux.api.event;

import java.util.Objects;

/**
 * One attribute of a schema.
 *
 * @param name as the author wrote it; names are compared case-sensitively
 * @param type what it holds
 */
public record Column(String name, DataType type) {

    /** Refuses a missing name or type. */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty");
        }
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
