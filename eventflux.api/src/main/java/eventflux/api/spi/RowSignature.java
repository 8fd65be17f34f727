package eventflux.api.spi;

import eventflux.api.event.DataType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Argument types of a stream function and the columns that it adds then. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface RowSignature {

    /** The argument types; none for a call without arguments. OBJECT is any type, which stays what it is. */
    DataType[] takes() default {};

    /** Whether the last of them may come any number of times, also none. */
    boolean repeated() default false;

    /** How many of the last arguments have to be constants; the extension gets them when it is made. */
    int constants() default 0;

    /** The columns that each row has afterwards, behind those that it came with. */
    AddedColumn[] adds() default {};
}
