package eventflux.testkit.spi;

import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.state.RowOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments written as in a query, {@code "ts, 5 sec, true"}, matched to the parameters of a descriptor in order; an
 * optional parameter is left off that does not fit the argument at hand, or when the arguments are needed by those behind it.
 */
public final class TextArguments implements Arguments {

    /** A comma with an even number of quotes after it. */
    private static final String SEPARATOR = ",(?=(?:[^']*'[^']*')*[^']*$)";

    private final Schema schema;
    private final Map<String, ParameterDescriptor> parameters = new LinkedHashMap<>();
    private final Map<String, List<Argument>> given = new LinkedHashMap<>();

    private TextArguments(Schema schema, List<ParameterDescriptor> parameters) {
        this.schema = schema;
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
    }

    /**
     * Matches arguments.
     *
     * @param text separated by commas; may be empty
     * @param descriptor whose parameters they are
     * @param schema whose columns may be named
     * @throws IllegalArgumentException when they don't fit
     */
    public static TextArguments of(String text, ExtensionDescriptor descriptor, Schema schema) {
        TextArguments arguments = new TextArguments(schema, descriptor.parameters());
        List<Argument> open = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(SEPARATOR)) {
                open.add(Argument.parse(part.strip()));
            }
        }
        descriptor.parameters().forEach(parameter -> arguments.take(parameter, open));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("no parameter for " + open + " of " + descriptor.qualifiedName());
        }
        return arguments;
    }

    private void take(ParameterDescriptor parameter, List<Argument> open) {
        List<Argument> taken = new ArrayList<>();
        boolean isLeftOff = parameter.optional() && open.size() <= neededBehind(parameter);
        while (!open.isEmpty()
                && !isLeftOff
                && open.get(0).fits(parameter.types(), schema)
                && (taken.isEmpty() || parameter.repeated())) {
            taken.add(open.remove(0));
        }
        if (!taken.isEmpty()) {
            given.put(parameter.name(), taken);
        } else if (!parameter.optional()) {
            throw new IllegalArgumentException("missing parameter=" + parameter.name() + " before " + open);
        }
    }

    private long neededBehind(ParameterDescriptor parameter) {
        return parameters.values().stream()
                .dropWhile(other -> !other.equals(parameter))
                .skip(1)
                .filter(behind -> !behind.optional())
                .count();
    }

    @Override
    public boolean has(String parameter) {
        return given.containsKey(known(parameter).name());
    }

    @Override
    public int getInt(String parameter) {
        return Math.toIntExact(getLong(parameter));
    }

    @Override
    public long getLong(String parameter) {
        return Long.parseLong(text(parameter));
    }

    @Override
    public double getDouble(String parameter) {
        return Double.parseDouble(text(parameter));
    }

    @Override
    public boolean getBoolean(String parameter) {
        return Boolean.parseBoolean(text(parameter));
    }

    @Override
    public String getString(String parameter) {
        return text(parameter);
    }

    @Override
    public long getMillis(String parameter) {
        return Argument.millis(text(parameter));
    }

    @Override
    public int getColumn(String parameter) {
        List<Integer> columns = getColumns(parameter);
        return columns.isEmpty() ? -1 : columns.get(0);
    }

    @Override
    public List<Integer> getColumns(String parameter) {
        return given.getOrDefault(known(parameter).name(), List.of()).stream()
                .filter(argument -> argument.fits(List.of(ParameterType.COLUMN), schema))
                .map(argument -> schema.indexOf(argument.text()))
                .toList();
    }

    @Override
    public RowOrder getOrder(String parameter) {
        return RowOrder.of(given.getOrDefault(known(parameter).name(), List.of()).stream()
                .map(argument -> argument.isQuoted() ? argument.text() : (Object) schema.indexOf(argument.text()))
                .toList());
    }

    private String text(String parameter) {
        List<Argument> arguments = given.get(known(parameter).name());
        return arguments == null
                ? known(parameter).defaultValue()
                : arguments.get(0).text();
    }

    private ParameterDescriptor known(String parameter) {
        ParameterDescriptor descriptor = parameters.get(parameter);
        if (descriptor == null) {
            throw new IllegalArgumentException("not in the descriptor: parameter=" + parameter);
        }
        return descriptor;
    }
}
