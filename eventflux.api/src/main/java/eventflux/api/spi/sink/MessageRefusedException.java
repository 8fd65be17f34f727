package eventflux.api.spi.sink;

import java.io.IOException;

/** The outside was reached and does not want the message; offering it again would change nothing. */
public final class MessageRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A refusal, with what the outside said. */
    public MessageRefusedException(String message) {
        super(message);
    }

    /** As {@link #MessageRefusedException(String)}, with what caused it. */
    public MessageRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
