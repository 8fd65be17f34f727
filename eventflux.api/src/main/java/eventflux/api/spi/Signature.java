package eventflux.api.spi;

import eventflux.api.event.DataType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Argument types and the result type that follows from them. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Signature {

    /** The argument types; none for a call without arguments. */
    DataType[] takes();

    /** The result. */
    DataType returns();

    /** How many of the last arguments have to be constants; the extension gets them when it is made. */
    int constants() default 0;
}
