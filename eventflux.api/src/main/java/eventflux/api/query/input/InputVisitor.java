package eventflux.api.query.input;

/**
 * One method for each kind of {@link Input}.
 *
 * @param <R> what a visit answers
 */
public interface InputVisitor<R> {

    /** Visits a stream input. */
    R visitStreamInput(StreamInput streamInput);

    /** Visits a store input. */
    R visitStoreInput(StoreInput storeInput);

    /** Visits a query input. */
    R visitQueryInput(QueryInput queryInput);

    /** Visits a join input. */
    R visitJoinInput(JoinInput joinInput);

    /** Visits a pattern input. */
    R visitPatternInput(PatternInput patternInput);

    /** Visits a match recognize input. */
    R visitMatchRecognizeInput(MatchRecognizeInput matchRecognizeInput);
}
