package eventflux.api.spi;

import eventflux.api.event.DataType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column that a stream function adds: part of a {@link RowSignature}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface AddedColumn {

    /** The name in queries. */
    String name();

    /** The type. */
    DataType type();
}
