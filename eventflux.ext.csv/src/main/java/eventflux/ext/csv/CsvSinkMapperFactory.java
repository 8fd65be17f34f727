package eventflux.ext.csv;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from rows to CSV. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "csv",
        description =
                "Comma-separated values (RFC 4180) in the order of the columns. Null is an empty field, an empty text one in "
                        + "quotes; decimals are the shortest that read back as the same number.",
        parameters = {
            @Parameter(
                    name = "include-header",
                    aliases = {"header", "has-header"},
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether a line of names comes first."),
            @Parameter(
                    name = "header-names",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The names in the header instead of the columns' own, with commas between."),
            @Parameter(
                    name = "delimiter",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = CsvDialect.DEFAULT_DELIMITER,
                    description = "One ASCII character, or \"tab\"."),
            @Parameter(
                    name = "quote",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = CsvDialect.DEFAULT_QUOTE,
                    description = "One ASCII character around fields that need it, or \"none\"."),
            @Parameter(
                    name = "timestamp",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The name of a last field that carries the time of the event."),
            @Parameter(
                    name = "date-format",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "How that field prints: \"iso\" or a java.time pattern, in UTC; milliseconds otherwise."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description = "The same for the LONG column after the point.")
        },
        examples = {
            "CREATE STREAM Peaks (symbol STRING, price DOUBLE) WITH (type='sink', extension='file', format='csv', "
                    + "\"file.path\"='peaks.csv')"
        })
public final class CsvSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public CsvSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        return new CsvSinkMapper(
                context.schema(),
                CsvDialect.of(context.settings()),
                CsvSinkOptions.of(context.schema(), context.settings()));
    }
}
