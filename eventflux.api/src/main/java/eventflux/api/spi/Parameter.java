package eventflux.api.spi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One parameter of an extension: part of its {@link Extension} description. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Parameter {

    /**
     * The name. Settings are matched by it; a name that ends with {@code .*} stands for all settings that begin so.
     * Positional arguments are matched in order: an optional parameter is left off, and the next one is tried, when its
     * types do not fit the argument at hand or when the arguments left are needed by parameters behind it.
     */
    String name();

    /** The types that may stand here; any of them. */
    ParameterType[] type();

    /** One sentence for the reference page. */
    String description();

    /** Whether it may be left off. */
    boolean optional() default false;

    /** What holds when it is left off, as text; only for optional parameters. */
    String defaultValue() default "";

    /** Whether the last parameter may come any number of times. */
    boolean repeated() default false;

    /** Whether it may contain {@code {{column}}}, filled in for each row; settings of sinks only. */
    boolean dynamic() default false;

    /** Other spellings of a setting's name that are accepted. */
    String[] aliases() default {};
}
