package eventflux.ext.text;

import eventflux.api.config.Settings;
import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import eventflux.api.spi.mapper.SourceMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the values of columns in a text: by regular expressions, or as pairs of names and values. */
@Parameters({
    @Parameter(
            name = "mapping.*",
            type = ParameterType.STRING,
            optional = true,
            description =
                    "Where the value of a column stands: name[2] is the second group of regex.name, anything else the name of a pair."),
    @Parameter(
            name = "regex.*",
            type = ParameterType.STRING,
            optional = true,
            description = "A regular expression by its name."),
    @Parameter(
            name = "fail.on.missing.attribute",
            type = ParameterType.BOOL,
            optional = true,
            defaultValue = "true",
            description = "Whether a column without a value is an error; otherwise it is null."),
    @Parameter(
            name = "event.grouping.enabled",
            type = ParameterType.BOOL,
            optional = true,
            defaultValue = "false",
            description = "Whether a message holds many rows."),
    @Parameter(
            name = "delimiter",
            type = ParameterType.STRING,
            optional = true,
            defaultValue = "~~~~~~~~~~",
            description = "What stands between two rows of one message.")
})
final class TextSourceMapper implements SourceMapper {

    private static final Pattern GROUP = Pattern.compile("\\s*([A-Za-z0-9_]+)\\s*\\[\\s*(\\d+)\\s*]\\s*");

    private final Schema schema;
    private final Pairs pairs;
    private final Map<String, Pattern> expressions = new HashMap<>();
    private final Map<String, String> mappings;
    private final boolean isComplete;
    private final String grouping; // empty when a message is one row
    private final boolean isOneText;
    private final MappingFailures failures = new MappingFailures();

    TextSourceMapper(MapperContext context, Pairs pairs) {
        Settings settings = context.settings();
        this.schema = context.schema();
        this.pairs = pairs;
        settings.withPrefix("regex.")
                .forEach((name, text) -> expressions.put(name, Pattern.compile(text, Pattern.DOTALL)));
        this.mappings = settings.withPrefix("mapping.");
        this.isComplete = settings.getBoolean("fail.on.missing.attribute");
        this.grouping = settings.getBoolean("event.grouping.enabled") ? settings.getString("delimiter") : "";
        this.isOneText = schema.size() == 1
                && schema.column(0).type() == DataType.STRING
                && expressions.isEmpty()
                && mappings.isEmpty();
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        String text = Texts.decode(payload, offset, length);
        if (grouping.isEmpty()) {
            row(text, out, "the text");
            return;
        }
        failures.clear();
        String[] parts = text.split("\\R?" + Pattern.quote(grouping) + "\\R?");
        for (int i = 0; i < parts.length; i++) {
            try {
                if (!parts[i].isBlank()) {
                    row(parts[i], out, "part " + (i + 1));
                }
            } catch (MappingException e) {
                out.abort();
                failures.add(e);
            }
        }
        failures.throwIfAny();
    }

    private void row(String text, RowAppender out, String place) throws MappingException {
        Map<String, String> found = pairs.read(text);
        out.begin();
        if (isOneText && !found.containsKey(schema.column(0).name())) {
            out.setString(0, text);
        } else {
            Map<String, Matcher> matched = new HashMap<>();
            for (int i = 0; i < schema.size(); i++) {
                String name = schema.column(i).name();
                String mapping = mappings.getOrDefault(name, name);
                String value = value(mapping, text, found, matched);
                if (value == null && isComplete) {
                    throw new MappingException("there is no " + mapping + " for the column " + name, place);
                }
                Texts.set(out, i, value, place);
            }
        }
        out.commit();
    }

    private String value(String mapping, String text, Map<String, String> found, Map<String, Matcher> matched)
            throws MappingException {
        Matcher group = GROUP.matcher(mapping);
        if (!group.matches()) {
            return found.get(mapping);
        }
        Pattern expression = expressions.get(group.group(1));
        if (expression == null) {
            throw new MappingException("there is no regex." + group.group(1), mapping);
        }
        Matcher match = matched.get(group.group(1));
        if (match == null) {
            match = expression.matcher(text);
            if (!match.find()) {
                return null;
            }
            matched.put(group.group(1), match);
        }
        int number = Integer.parseInt(group.group(2));
        return number <= match.groupCount() ? match.group(number) : null;
    }
}
