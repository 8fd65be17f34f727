package eventflux.api.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong, with its place when it has one. Immutable.
 *
 * @param code the way of being wrong
 * @param values what the message names, by the names in the template, in order
 * @param position where in the text
 * @param suggestion what the author may have meant
 */
public record Problem(
        ErrorCode code, Map<String, String> values, Optional<SourcePosition> position, Optional<String> suggestion) {

    /** Copies the values, keeping their order. */
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(suggestion, "suggestion");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * A problem without a place.
     *
     * @param namesAndValues name, value, name, value …
     */
    public static Problem of(ErrorCode code, Object... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return new Problem(code, values, Optional.empty(), Optional.empty());
    }

    /** The same at a place. */
    public Problem at(SourcePosition place) {
        return new Problem(code, values, Optional.of(place), suggestion);
    }

    /** The same with what the author may have meant. */
    public Problem suggesting(String name) {
        return new Problem(code, values, position, Optional.of(name));
    }

    /** Whether it keeps an application from being made. */
    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    /** The message: the template with its values. */
    public String message() {
        String message = code.template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            message = message.replace("{" + value.getKey() + "}", value.getValue());
        }
        return message;
    }

    @Override
    public String toString() {
        return position.map(place -> place + " ").orElse("")
                + (isError() ? "error " : "warning ")
                + code.code()
                + ": "
                + message()
                + suggestion.map(name -> " (did you mean " + name + "?)").orElse("");
    }
}
