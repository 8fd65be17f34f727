package eventflux.api.spi.stream;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the rows that a {@link StreamProcessor} makes, one after another: {@link #begin}, the added columns, {@link #emit}. No
 * method throws for what goes wrong with a row later on: that goes to the error policy.
 */
@ProviderType
public interface StreamOutput {

    /**
     * Begins a row; one that was begun and not emitted is dropped.
     *
     * @param row whose columns and time it has: the one at hand, or one that was kept
     * @return takes the values of the added columns; what is not set is null
     */
    AddedColumns begin(Row row);

    /** Lets the row that was begun go on. */
    void emit();

    /** Lets a row go on with nulls in the added columns, if there are any. */
    default void emit(Row row) {
        begin(row);
        emit();
    }
}
