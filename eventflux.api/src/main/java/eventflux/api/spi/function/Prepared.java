package eventflux.api.spi.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a {@link Function} that queries write as a text and the method takes as what was made of it: a pattern that
 * was compiled, a time zone that was looked up. Its class is public, immutable, and has a public constructor of one String. What
 * was made is kept by its text, so that the text of every row may be another, while a constant one is prepared once. What the
 * constructor throws is an error of the row; a constant that it throws at is a problem of the application's text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Prepared {}
