package eventflux.testkit.mapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A message, and the rows that belong to it.
 *
 * @param payload the message; nobody changes it
 * @param rows a value for each column of each row, boxed, null where it is null
 */
public record MessageCase(byte[] payload, List<List<Object>> rows) {

    /** Copies the list. */
    public MessageCase {
        rows = List.copyOf(rows);
    }

    /** A text, in UTF-8, that belongs to one row. */
    public static MessageCase of(String text, Object... values) {
        return new MessageCase(text.getBytes(StandardCharsets.UTF_8), List.of(row(values)));
    }

    /** The values of a row; unlike in {@link List#of} some may be null. */
    public static List<Object> row(Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values.clone()));
    }

    @Override
    public String toString() {
        return new String(payload, StandardCharsets.UTF_8) + " = " + rows;
    }
}
