package eventflux.api.spi.function;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a class whose public static methods annotated with {@link Function} are callable from queries; the service that a
 * function extension registers. Compiled queries call the methods directly.
 */
@ConsumerType
public interface FunctionLibrary {}
