package eventflux.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Parameters that several extensions take, such as those of a connection. Stands on the class that reads them, which each of the
 * extensions names in {@link Extension#shares}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Parameters {

    /** The parameters in order. */
    Parameter[] value();
}
