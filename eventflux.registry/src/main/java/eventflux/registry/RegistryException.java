package eventflux.registry;

import java.io.IOException;

/** What a registry has answered, and would answer again. */
public final class RegistryException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final int status;

    /**
     * An answer.
     *
     * @param status of HTTP, or 0 when it was another matter
     */
    public RegistryException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Whether what was asked for is not there. */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
