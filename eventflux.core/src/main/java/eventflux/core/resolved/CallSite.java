package eventflux.core.resolved;

import eventflux.api.error.SourcePosition;
import java.util.Optional;

/**
 * Where a call stands in the text. All of them are equal: calls that ask for the same share an aggregator, wherever they stand.
 *
 * @param position empty for what is in no text
 */
public record CallSite(Optional<SourcePosition> position) {

    /** Of a call that is in no text. */
    public static final CallSite NOWHERE = new CallSite(Optional.empty());

    @Override
    public boolean equals(Object other) {
        return other instanceof CallSite;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
