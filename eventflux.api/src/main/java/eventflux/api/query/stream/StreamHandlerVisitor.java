package eventflux.api.query.stream;

/**
 * One method for each kind of {@link StreamHandler}.
 *
 * @param <R> what a visit answers
 */
public interface StreamHandlerVisitor<R> {

    /** Visits a filter. */
    R visitFilter(Filter filter);

    /** Visits a stream function. */
    R visitStreamFunction(StreamFunction streamFunction);

    /** Visits a window call. */
    R visitWindowCall(WindowCall windowCall);
}
