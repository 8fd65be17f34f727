package eventflux.api.query.select;

/**
 * One method for each kind of {@link SelectItem}.
 *
 * @param <R> what a visit answers
 */
public interface SelectItemVisitor<R> {

    /** Visits a all columns. */
    R visitAllColumns(AllColumns allColumns);

    /** Visits a value item. */
    R visitValueItem(ValueItem valueItem);
}
