package eventflux.api.error;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One way of being wrong. Implemented by one enum in each bundle, whose constants own the message; nobody writes a message
 * where a problem is found.
 */
@ConsumerType
public interface ErrorCode {

    /** The stable code that tests and documents name, such as {@code unknown-column}. */
    String code();

    /** Whose turn it is. */
    ErrorKind kind();

    /** The message, with {@code {name}} where a value goes. */
    String template();

    /** Whether it keeps an application from being made. */
    default Severity severity() {
        return Severity.ERROR;
    }
}
