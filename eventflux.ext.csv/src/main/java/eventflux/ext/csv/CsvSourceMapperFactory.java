package eventflux.ext.csv;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from CSV to rows. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "csv",
        description =
                "Comma-separated values (RFC 4180), by the names in the header line or by field numbers. An empty field is null, "
                        + "an empty one in quotes an empty text. Lines that don't fit are reported with line and field; the others are mapped.",
        parameters = {
            @Parameter(
                    name = "has-header",
                    aliases = {"header"},
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description =
                            "Whether the first line names the fields. Without header and mappings, fields come in the columns' order."),
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
                    description = "One ASCII character around fields that hold a delimiter, or \"none\"."),
            @Parameter(
                    name = "mapping.*",
                    type = {ParameterType.INT, ParameterType.STRING},
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: a field's number from zero, or its name in the header."),
            @Parameter(
                    name = "date-format",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "How LONG columns read what is not a number: \"iso\" or a java.time pattern; UTC unless the text says "
                                    + "otherwise; epoch milliseconds result."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description = "The same for one LONG column, which then holds nothing but dates."),
            @Parameter(
                    name = "timestamp",
                    aliases = {"timestamp.column"},
                    type = ParameterType.COLUMN,
                    optional = true,
                    description = "The LONG column whose value is the time of the event."),
            @Parameter(
                    name = "null-text",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "A text that stands for null beside the empty one, such as NA."),
            @Parameter(
                    name = "ignore-parse-errors",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether lines that don't fit are dropped without a word.")
        },
        examples = {
            "CREATE STREAM Stocks (symbol STRING, date LONG, price DOUBLE) WITH (type='source', extension='file', format='csv', "
                    + "\"file.path\"='stocks.csv', \"csv.date-format\"='MMM d yyyy', \"csv.timestamp\"='date')"
        })
public final class CsvSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public CsvSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        boolean hasHeader = settings.getBoolean("has-header");
        CsvSourceOptions options = new CsvSourceOptions(
                CsvDialect.of(settings),
                hasHeader,
                CsvColumns.timestampColumn(schema, settings),
                settings.find("null-text").orElse("").getBytes(StandardCharsets.UTF_8),
                settings.getBoolean("ignore-parse-errors"));
        return new CsvSourceMapper(CsvColumns.of(schema, settings, hasHeader), options);
    }
}
