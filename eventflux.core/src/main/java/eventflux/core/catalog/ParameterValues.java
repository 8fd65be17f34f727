package eventflux.core.catalog;

import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads texts as values of parameters: defaults of descriptors, and settings. */
public final class ParameterValues {

    private ParameterValues() {}

    /**
     * The value of a text for a parameter: Integer, Long, Double, Boolean or String; a duration is a Long, a column is its name.
     * Empty when the text is of none of the parameter's types.
     */
    public static Optional<Object> read(String text, ParameterDescriptor parameter) {
        return parameter.types().stream()
                .map(type -> read(text, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What holds when a parameter is left off; empty when it says nothing. */
    public static Optional<Object> defaultOf(ParameterDescriptor parameter) {
        return parameter.defaultValue().isEmpty() ? Optional.empty() : read(parameter.defaultValue(), parameter);
    }

    /** Whether a parameter says what holds when it is left off, but not in any of its types. */
    static boolean hasWrongDefault(ParameterDescriptor parameter) {
        return !parameter.defaultValue().isEmpty() && defaultOf(parameter).isEmpty();
    }

    private static Optional<Object> read(String text, ParameterType type) {
        try {
            return switch (type) {
                case INT -> Optional.of(Integer.valueOf(text.strip()));
                case LONG -> Optional.of(Long.valueOf(text.strip()));
                case DOUBLE -> Optional.of(Double.valueOf(text.strip()));
                case BOOL -> truth(text.strip().toLowerCase(Locale.ROOT));
                case STRING, COLUMN -> Optional.of(text);
                case CONDITION -> Optional.empty();
                case TIME -> millis(text);
            };
        } catch (NumberFormatException e) {
            return Optional.empty(); // the answer to the question whether it is a number
        }
    }

    private static Optional<Object> truth(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static Optional<Object> millis(String text) {
        OptionalLong millis = DurationText.millis(text);
        return millis.isPresent() ? Optional.of(millis.getAsLong()) : Optional.empty();
    }
}
