package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Texts as numbers, so that they can be remembered like numbers: equal texts have equal codes. A code stays valid while one
 * of the containers that are asked for here holds it, over a save and a restore too; a code that is kept anywhere else may mean
 * another text after the call.
 */
@ProviderType
public interface TextCodes {

    /** The code of a text, zero or above. */
    long code(String text);

    /** The text of a code. */
    String text(long code);

    /** One code, {@code -1} for a new key. */
    LongCell cell(String name);

    /** Codes in the order in which they were added, empty for a new key. */
    LongDeque deque(String name);

    /** Codes in the order of their texts by code points, empty for a new key. */
    LongBag bag(String name);
}
