package eventflux.testkit.connector;

import eventflux.api.config.Settings;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings as an engine would hand them over: checked against the parameters of an extension, defaults filled in. What the
 * engine reports as a problem is an {@link IllegalArgumentException} here.
 */
public final class TypedSettings implements Settings {

    private static final String OPEN = ".*";
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|millis\\w*|s|sec\\w*|min\\w*|h|hours?)?");

    private final Map<String, String> values;

    private TypedSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Settings for an extension.
     *
     * @param factory the class that carries the description
     * @param given what the author wrote, without prefix
     */
    public static TypedSettings of(Class<?> factory, Map<String, String> given) {
        List<ParameterDescriptor> parameters =
                ExtensionDescriptor.of(factory, "test").parameters();
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            ParameterDescriptor parameter = find(parameters, name);
            check(parameter, text);
            values.put(parameter.name().endsWith(OPEN) ? name : parameter.name(), text);
        });
        for (ParameterDescriptor parameter : parameters) {
            if (!parameter.optional() && !values.containsKey(parameter.name())) {
                throw new IllegalArgumentException("missing setting=" + parameter.name());
            }
            if (!parameter.defaultValue().isEmpty()) {
                check(parameter, parameter.defaultValue());
                values.putIfAbsent(parameter.name(), parameter.defaultValue());
            }
        }
        return new TypedSettings(values);
    }

    private static ParameterDescriptor find(List<ParameterDescriptor> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name)
                        || parameter.aliases().contains(name)
                        || parameter.name().endsWith(OPEN) && name.startsWith(prefix(parameter)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown setting=" + name));
    }

    private static String prefix(ParameterDescriptor open) {
        return open.name().substring(0, open.name().length() - 1);
    }

    private static void check(ParameterDescriptor parameter, String text) {
        if (parameter.types().stream().noneMatch(type -> reads(type, text))) {
            throw new IllegalArgumentException(
                    "setting=" + parameter.name() + " types=" + parameter.types() + " value=" + text);
        }
    }

    private static boolean reads(ParameterType type, String text) {
        return switch (type) {
            case INT, LONG -> text.matches("[+-]?\\d+");
            case DOUBLE -> text.matches("[+-]?\\d+(\\.\\d+)?");
            case BOOL -> text.equals("true") || text.equals("false");
            case TIME -> DURATION.matcher(text).matches();
            case STRING, COLUMN, CONDITION -> true;
        };
    }

    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String getString(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no setting=" + name));
    }

    @Override
    public int getInt(String name) {
        return Integer.parseInt(getString(name));
    }

    @Override
    public long getLong(String name) {
        return Long.parseLong(getString(name));
    }

    @Override
    public boolean getBoolean(String name) {
        return Boolean.parseBoolean(getString(name));
    }

    @Override
    public long getMillis(String name) {
        Matcher duration = DURATION.matcher(getString(name));
        if (!duration.matches()) {
            throw new IllegalArgumentException("no duration in setting=" + name);
        }
        String unit = duration.group(2) == null ? "ms" : duration.group(2);
        long factor = switch (unit.charAt(0)) {
            case 's' -> 1000;
            case 'h' -> 3_600_000;
            default -> unit.startsWith("min") ? 60_000 : 1;
        };
        return Long.parseLong(duration.group(1)) * factor;
    }

    @Override
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), text);
            }
        });
        return found;
    }
}
