package eventflux.api.query.output;

/**
 * One method for each kind of {@link OutputAction}.
 *
 * @param <R> what a visit answers
 */
public interface OutputActionVisitor<R> {

    /** Visits a insert into. */
    R visitInsertInto(InsertInto insertInto);

    /** Visits a return rows. */
    R visitReturnRows(ReturnRows returnRows);

    /** Visits a update rows. */
    R visitUpdateRows(UpdateRows updateRows);

    /** Visits a delete rows. */
    R visitDeleteRows(DeleteRows deleteRows);

    /** Visits a upsert rows. */
    R visitUpsertRows(UpsertRows upsertRows);

    /** Visits a unnamed output. */
    R visitUnnamedOutput(UnnamedOutput unnamedOutput);
}
