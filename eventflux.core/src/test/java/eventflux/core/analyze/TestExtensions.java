package eventflux.core.analyze;

import eventflux.api.event.DataType;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.Signature;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.api.spi.script.ScriptLanguage;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.Provider;
import java.util.List;

/** Extensions that describe themselves and do nothing: an analysis never creates one. */
public final class TestExtensions {

    private static final List<Object> ALL = List.of(
            new Length(),
            new TimeBatch(),
            new ExternalTimeBatch(),
            new Hopping(),
            new WhileTrue(),
            new Sum(),
            new Avg(),
            new Count(),
            new Min(),
            new Functions(),
            new Mark(),
            new Echo(),
            new FileSource(),
            new FileSink(),
            new LogSink(),
            new JsonSource(),
            new JsonSink(),
            new First());

    private TestExtensions() {}

    /** All of them. */
    public static CatalogSnapshot snapshot() {
        ExtensionCatalog catalog = new ExtensionCatalog();
        ALL.forEach(extension -> catalog.register(extension, new Provider("test", "1.0.0", 0)));
        return catalog.snapshot();
    }

    @Extension(
            kind = ExtensionKind.DISTRIBUTION,
            name = "first",
            description = "Sends to the first.",
            parameters = {
                @Parameter(name = "key", type = ParameterType.COLUMN, optional = true, description = "Not looked at.")
            })
    private static final class First implements DistributionFactory {
        @Override
        public Distribution create(DistributionContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "mark",
            description = "Adds a mark.",
            rowSignatures = @RowSignature(adds = @AddedColumn(name = "mark", type = DataType.LONG)))
    private static final class Mark implements StreamFunctionFactory {
        @Override
        public StreamFunction create(StreamFunctionContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private abstract static class AnyWindow implements WindowFactory {
        @Override
        public Window create(WindowContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private abstract static class AnyAggregator implements AggregatorFactory {
        @Override
        public Aggregator create(AggregatorContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "length",
            description = "Last rows.",
            parameters = @Parameter(name = "length", type = ParameterType.INT, description = "How many rows."))
    @ReadsNamedColumns
    static final class Length extends AnyWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "timeBatch",
            description = "Batches by the clock.",
            parameters = {
                @Parameter(name = "period", type = ParameterType.TIME, description = "How long."),
                @Parameter(name = "start", type = ParameterType.TIME, description = "A start.", optional = true),
                @Parameter(
                        name = "streamCurrent",
                        type = ParameterType.BOOL,
                        description = "Whether rows pass at once.",
                        optional = true,
                        defaultValue = "false")
            })
    static final class TimeBatch extends AnyWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "externalTimeBatch",
            description = "Batches by a column.",
            parameters = {
                @Parameter(name = "time", type = ParameterType.COLUMN, description = "The time."),
                @Parameter(name = "period", type = ParameterType.TIME, description = "How long."),
                @Parameter(
                        name = "start",
                        type = {ParameterType.TIME, ParameterType.COLUMN},
                        description = "A start.",
                        optional = true)
            })
    static final class ExternalTimeBatch extends AnyWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "hopping",
            description = "Overlapping batches.",
            parameters = {
                @Parameter(name = "size", type = ParameterType.TIME, description = "How long."),
                @Parameter(name = "slide", type = ParameterType.TIME, description = "How far.")
            })
    static final class Hopping extends AnyWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "expression",
            description = "As long as a condition holds.",
            parameters =
                    @Parameter(name = "expression", type = ParameterType.CONDITION, description = "The condition."))
    static final class WhileTrue extends AnyWindow {}

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "sum",
            description = "The sum.",
            signatures = {
                @Signature(takes = DataType.LONG, returns = DataType.LONG),
                @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)
            })
    static final class Sum extends AnyAggregator {}

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "avg",
            description = "The mean.",
            signatures = @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE))
    static final class Avg extends AnyAggregator {}

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "count",
            description = "How many.",
            signatures = {
                @Signature(
                        takes = {},
                        returns = DataType.LONG),
                @Signature(takes = DataType.OBJECT, returns = DataType.LONG)
            })
    static final class Count extends AnyAggregator {}

    @Extension(
            kind = ExtensionKind.AGGREGATOR,
            name = "min",
            description = "The least.",
            signatures = {
                @Signature(takes = DataType.INT, returns = DataType.INT),
                @Signature(takes = DataType.LONG, returns = DataType.LONG),
                @Signature(takes = DataType.FLOAT, returns = DataType.FLOAT),
                @Signature(takes = DataType.DOUBLE, returns = DataType.DOUBLE)
            })
    static final class Min extends AnyAggregator {}

    /** Scalar functions. */
    public static final class Functions implements FunctionLibrary {

        @Function(name = "abs", description = "The absolute value.")
        public static int abs(int value) {
            return Math.abs(value);
        }

        @Function(name = "abs", description = "The absolute value.")
        public static double abs(double value) {
            return Math.abs(value);
        }

        @Function(
                name = {"power", "pow"},
                description = "A power.")
        public static double power(double base, double exponent) {
            return Math.pow(base, exponent);
        }

        @Function(name = "concat", description = "All texts as one.")
        public static String concat(String... texts) {
            return String.join("", texts);
        }

        @Function(name = "min", description = "The smaller.")
        public static double min(double left, double right) {
            return Math.min(left, right);
        }

        @Function(name = "like", description = "Whether a text matches.")
        public static boolean like(String text, String pattern) {
            return text.matches(pattern);
        }

        @Function(namespace = "custom", name = "plus", description = "The sum of both.")
        public static double plus(double left, double right) {
            return left + right;
        }

        @Function(name = "above", description = "Whether a value is above a bound that is read once.")
        public static boolean above(int value, @Prepared Bound bound) {
            return value > bound.value();
        }

        /** A number that is written as a text. */
        public record Bound(int value) {

            /** Reads it. */
            public Bound(String text) {
                this(Integer.parseInt(text));
            }
        }

        @Function(name = "anything", description = "The value as an object.")
        public static Object anything(Object value) {
            return value;
        }

        @Function(name = "age", description = "How old the row is.")
        public static long age(FunctionContext context) {
            return context.now() - context.eventTimestamp();
        }
    }

    @Extension(
            kind = ExtensionKind.SOURCE,
            name = "file",
            description = "Reads a file.",
            parameters = {
                @Parameter(name = "path", type = ParameterType.STRING, description = "Which."),
                @Parameter(
                        name = "poll.interval.ms",
                        type = ParameterType.TIME,
                        description = "How often.",
                        optional = true,
                        defaultValue = "500",
                        aliases = "poll.interval"),
                @Parameter(
                        name = "follow",
                        type = ParameterType.BOOL,
                        description = "Whether it goes on.",
                        optional = true)
            })
    static final class FileSource implements SourceFactory {
        @Override
        public Source create(SourceContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.SINK,
            name = "file",
            description = "Writes a file.",
            parameters = @Parameter(name = "path", type = ParameterType.STRING, description = "Which."))
    static final class FileSink implements SinkFactory {
        @Override
        public Sink create(SinkContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.SINK,
            name = "log",
            description = "Prints.",
            parameters =
                    @Parameter(
                            name = "prefix",
                            type = ParameterType.STRING,
                            description = "What stands before.",
                            optional = true))
    static final class LogSink implements SinkFactory {
        @Override
        public Sink create(SinkContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.SOURCE_MAPPER,
            name = "json",
            description = "Reads JSON.",
            parameters = {
                @Parameter(
                        name = "mapping.*",
                        type = ParameterType.STRING,
                        description = "A path.",
                        optional = true,
                        repeated = true),
                @Parameter(name = "timestamp", type = ParameterType.COLUMN, description = "The time.", optional = true),
                @Parameter(
                        name = "depth",
                        type = ParameterType.INT,
                        description = "How deep.",
                        optional = true,
                        defaultValue = "32")
            })
    static final class JsonSource implements SourceMapperFactory {
        @Override
        public SourceMapper create(MapperContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.SINK_MAPPER,
            name = "json",
            description = "Writes JSON.",
            parameters =
                    @Parameter(
                            name = "template",
                            type = ParameterType.STRING,
                            description = "A template.",
                            optional = true))
    static final class JsonSink implements SinkMapperFactory {
        @Override
        public SinkMapper create(MapperContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(
            kind = ExtensionKind.SCRIPT_LANGUAGE,
            name = "echo",
            description = "A script gives its first argument.",
            examples = "define function f[echo] return int { anything };")
    public static final class Echo implements ScriptLanguage {
        @Override
        public ScriptFunction compile(Script script) {
            if (script.body().contains("wrong")) {
                throw new IllegalArgumentException("it is wrong");
            }
            return arguments -> arguments[0];
        }
    }
}
