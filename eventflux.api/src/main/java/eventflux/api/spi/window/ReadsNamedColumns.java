package eventflux.api.spi.window;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of the windows of a factory that they read no columns of their rows but those that {@linkplain
 * eventflux.api.spi.ParameterType#COLUMN arguments} name; what conditions read counts by itself. Rows may then come to them
 * without the columns that nobody reads behind them either: the {@linkplain WindowContext#schema schema} is that of whole rows all
 * the same, and a column that is left out is null. The rows that such a window keeps take less memory. Without this, rows
 * come whole.
 *
 * <p>Stands on the class that implements {@link WindowFactory}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsNamedColumns {}
