package eventflux.api.error;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One way of being wrong. Implemented by one enum in each bundle, whose constants own the message; nobody writes a message
 * where a problem is found.
 */
@ConsumerType
public interface ErrorCode {

    /**
     * The stable code that tests and documents name: {@code unknown-column} for the constant {@code UNKNOWN_COLUMN}. What is no constant of an
     * enum has to say its own.
     */
    default String code() {
        return toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose turn it is. */
    ErrorKind kind();

    /** The message, with {@code {name}} where a value goes. */
    String template();

    /** Whether it keeps an application from being made. */
    default Severity severity() {
        return Severity.ERROR;
    }
}
