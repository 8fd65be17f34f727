package eventflux.api.query.pattern;

/**
 * One method for each kind of {@link RowPattern}.
 *
 * @param <R> what a visit answers
 */
public interface RowPatternVisitor<R> {

    /** Visits a row variable. */
    R visitRowVariable(RowVariable rowVariable);

    /** Visits a row concatenation. */
    R visitRowConcatenation(RowConcatenation rowConcatenation);

    /** Visits a row alternation. */
    R visitRowAlternation(RowAlternation rowAlternation);

    /** Visits a row repetition. */
    R visitRowRepetition(RowRepetition rowRepetition);
}
