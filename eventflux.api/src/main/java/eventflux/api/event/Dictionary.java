package eventflux.api.event;

import java.util.List;

/**
 * Texts that a column names by their places, as columns of Arrow and Parquet do: each is looked at once, however many rows have
 * it. Immutable, and safe for many threads. Who sends several batches with the same texts uses the same object.
 */
public final class Dictionary {

    private final List<String> texts;

    private Dictionary(List<String> texts) {
        this.texts = texts;
    }

    /** The texts by their places, from 0; none is null. */
    public static Dictionary of(List<String> texts) {
        return new Dictionary(List.copyOf(texts));
    }

    /** The texts by their places, from 0; none is null. */
    public static Dictionary of(String... texts) {
        return new Dictionary(List.of(texts));
    }

    /** How many texts there are. */
    public int size() {
        return texts.size();
    }

    /** The text at a place. */
    public String text(int place) {
        return texts.get(place);
    }
}
