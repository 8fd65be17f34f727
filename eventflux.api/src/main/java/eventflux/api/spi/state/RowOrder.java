package eventflux.api.spi.state;

import java.util.ArrayList;
import java.util.List;

/**
 * An order of rows by some of their columns, the first one first. Null is larger than everything, false before true, numbers by
 * size with NaN last, texts by their code points; of rows that are equal by all keys the one added earlier comes first.
 *
 * @param keys at least one
 */
public record RowOrder(List<Key> keys) {

    /** Copies the list. */
    public RowOrder {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an order needs a key");
        }
    }

    /**
     * Reads an order as it is written: columns, each of which {@code 'asc'} or {@code 'desc'} may follow.
     *
     * @param items a column's place as an Integer, or a word
     * @throws IllegalArgumentException with a sentence for the author when something else stands there
     */
    public static RowOrder of(List<?> items) {
        List<Key> keys = new ArrayList<>();
        boolean mayFollow = false;
        for (Object item : items) {
            if (item instanceof Integer column) {
                keys.add(new Key(column, false));
                mayFollow = true;
            } else if (mayFollow) {
                Key key = keys.remove(keys.size() - 1);
                keys.add(new Key(key.column(), isDescending(item)));
                mayFollow = false;
            } else {
                throw new IllegalArgumentException("'" + item + "' stands where a column is expected.");
            }
        }
        return new RowOrder(keys);
    }

    private static boolean isDescending(Object word) {
        String text = String.valueOf(word);
        if (text.equalsIgnoreCase("desc")) {
            return true;
        }
        if (text.equalsIgnoreCase("asc")) {
            return false;
        }
        throw new IllegalArgumentException("The order of a column is 'asc' or 'desc', and not '" + text + "'.");
    }

    /**
     * One column to order by.
     *
     * @param column its place in the schema
     * @param isDescending whether the largest value comes first
     */
    public record Key(int column, boolean isDescending) {}
}
