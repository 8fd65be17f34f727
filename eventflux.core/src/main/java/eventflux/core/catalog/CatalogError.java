package eventflux.core.catalog;

import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;

/** What may be wrong with an extension before anybody uses it. */
public enum CatalogError implements ErrorCode {
    /** No kind's interface is implemented. */
    NOT_AN_EXTENSION("{class} of {provider} implements none of the extension interfaces"),
    /** The annotation that describes it is missing. */
    NOT_DESCRIBED("{class} of {provider} has no @Extension annotation"),
    /** The annotation names another kind than the class implements. */
    WRONG_KIND("{class} of {provider} is described as {kind}, but does not implement {interface}"),
    /** An aggregator or stream function without signatures can never be called. */
    NO_SIGNATURES("{class} of {provider} has no signatures"),
    /** It shares the parameters of a class that has none. */
    NO_PARAMETERS("{class} of {provider} shares the parameters of a class without @Parameters"),
    /** A default that the parameter itself would refuse. */
    WRONG_DEFAULT("{class} of {provider} gives the parameter {parameter} a default that it does not take"),
    /** A function that cannot be called from outside. */
    NOT_CALLABLE("{method} of {provider} is not a public static method of a public class"),
    /** A function with a type that columns do not have. */
    UNSUPPORTED_TYPE("{method} of {provider} has the type {type}, which no column has"),
    /** A jar that brings nothing. */
    JAR_REFUSED("extension {name} cannot be made of {jar}: {cause}"),
    /** The class path names a provider that cannot be loaded. */
    NOT_LOADABLE("a provider of {interface} cannot be loaded: {cause}");

    private final String template;

    CatalogError(String template) {
        this.template = template;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.EXTERNAL;
    }

    @Override
    public String template() {
        return template;
    }
}
