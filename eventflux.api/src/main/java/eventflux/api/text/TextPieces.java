package eventflux.api.text;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A text that is told piece by piece to whoever writes it down. An aggregator whose result is put together implements it beside its
 * family: then the result goes into a row without having been a text by itself. Where the result is an OBJECT, the pieces are those of its
 * {@link ObjectText}.
 */
@ConsumerType
@FunctionalInterface
public interface TextPieces {

    /** Tells the pieces in their order. */
    void tell(Consumer<String> out);

    /** The whole text. */
    static String joined(TextPieces pieces) {
        StringBuilder whole = new StringBuilder();
        pieces.tell(whole::append);
        return whole.toString();
    }
}
