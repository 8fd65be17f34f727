package eventflux.api.spi.script;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A script that can be called. Keeps nothing between two calls that changes their results. Called by the thread that owns the
 * application, one call at a time; must not block.
 */
@ConsumerType
@FunctionalInterface
public interface ScriptFunction {

    /**
     * The result for some arguments, which are boxed, and null where the argument is null; an OBJECT is what {@link
     * eventflux.api.text.ObjectText} knows. The engine brings it to the type that the definition says: any number to any type of
     * numbers. What it throws is an error of the row.
     */
    Object call(Object[] arguments);
}
