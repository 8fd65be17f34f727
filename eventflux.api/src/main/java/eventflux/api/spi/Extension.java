package eventflux.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/**
 * Describes an extension as data. Calls are checked against it before the extension is asked for anything, and the reference
 * page is printed from it. Stands on the class that implements the kind's factory interface.
 *
 * <p>bnd turns it into a capability in the manifest of the bundle, so that a repository or a node can say what a bundle provides
 * before it is started: namespace {@value ExtensionName#NAMESPACE}, attributes {@code kind} and {@code name}, the
 * aliases among the names, and {@code class}, so that a node need not make the object before somebody asks for one of the names.
 */
@Capability(
        namespace = ExtensionName.NAMESPACE,
        attribute = {
            "kind=${#kind}",
            "class=${@class}",
            "name:List<String>=\"${if;${#namespace};${#namespace}:}${#name}${if;${#aliases};,${#aliases}}\""
        })
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Extension {

    /** What it extends. */
    ExtensionKind kind();

    /** Empty for built-in names, the vendor's own otherwise. */
    String namespace() default "";

    /** The name in queries. */
    String name();

    /** Other names in queries, each with its namespace if it has one: {@code unique:ever}. Not for functions. */
    String[] aliases() default {};

    /** One or two sentences for the reference page. */
    String description();

    /** The parameters in order; optional ones last. */
    Parameter[] parameters() default {};

    /** Classes with {@link Parameters}, which come behind its own. */
    Class<?>[] shares() default {};

    /** The signatures of an aggregator; the first that the arguments widen to is taken. */
    Signature[] signatures() default {};

    /** The signatures of a stream function; the first that the arguments widen to is taken. */
    RowSignature[] rowSignatures() default {};

    /** Statements that show it. */
    String[] examples() default {};
}
