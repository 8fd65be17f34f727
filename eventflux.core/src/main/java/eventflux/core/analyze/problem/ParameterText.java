package eventflux.core.analyze.problem;

import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import java.util.stream.Collectors;

/** Says in words what a parameter takes. */
public final class ParameterText {

    private ParameterText() {}

    /** For a message: {@code a duration such as 5 sec, or a column}. */
    public static String of(ParameterDescriptor parameter) {
        return parameter.types().stream().map(ParameterText::of).distinct().collect(Collectors.joining(", or "));
    }

    private static String of(ParameterType type) {
        return switch (type) {
            case INT, LONG -> "a whole number";
            case DOUBLE -> "a number";
            case BOOL -> "true or false";
            case STRING -> "a text";
            case TIME -> "a duration such as 5 sec";
            case COLUMN -> "a column";
            case CONDITION -> "a condition";
        };
    }
}
