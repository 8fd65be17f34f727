package eventflux.api.spi.table;

import java.io.IOException;

/** The outside was reached and does not do what it is asked for; asking again would change nothing. */
public final class StoreRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A refusal, with what the outside said. */
    public StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
