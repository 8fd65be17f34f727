package eventflux.api.spi.persistence;

import java.io.IOException;

/** A revision is not as it was saved; trying again would change nothing, an older one may help. */
public final class DamagedRevisionException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    public DamagedRevisionException(String message) {
        super(message);
    }

    /** As {@link #DamagedRevisionException(String)}, with what caused it. */
    public DamagedRevisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
