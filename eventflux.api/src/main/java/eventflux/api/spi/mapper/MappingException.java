package eventflux.api.spi.mapper;

/** A message, or a part of it, that cannot become a row. Goes to the error policy of the source; the source goes on. */
public final class MappingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * A mapping error.
     *
     * @param message what does not fit
     * @param place where in the payload: a JSON path, a line and field
     */
    public MappingException(String message, String place) {
        super(message);
        this.place = place;
    }

    /** As {@link #MappingException(String, String)}, with what caused it. */
    public MappingException(String message, String place, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Where in the payload. */
    public String place() {
        return place;
    }
}
