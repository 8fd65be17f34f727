package eventflux.api.spi.function;

import eventflux.api.spi.ExtensionName;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/**
 * A public static method that queries may call. Several methods of one name are overloads, resolved by argument types with
 * numeric widening. Types: {@code int long float double boolean String Object} and their boxes; the last parameter may be
 * variable. A parameter may be of a class of the extension's own if it is {@link Prepared}.
 *
 * <p>A null argument to a primitive or String parameter makes the result null without a call; a boxed or Object parameter
 * receives it. A method with a boxed or reference result may answer null. What it throws is an error of the row that it was
 * called for. As {@link eventflux.api.spi.Extension} does, it becomes a capability of the bundle.
 */
@Capability(
        namespace = ExtensionName.NAMESPACE,
        attribute = {
            "kind=FUNCTION",
            "class=${@class}",
            "name:List<String>=\"${if;${#namespace};${replace;${#name};.+;${#namespace}:$0};${#name}}\""
        })
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Function {

    /** Empty for built-in names, the vendor's own otherwise. */
    String namespace() default "";

    /** The names in queries: the first is printed, the others are aliases. */
    String[] name();

    /** One sentence for the reference page. */
    String description();

    /** Expressions that show it. */
    String[] examples() default {};
}
