package eventflux.ext.xml;

import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from rows to XML. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "xml",
        description =
                "One document a row: an element for each column that is not null, inside of the row's element and the"
                        + " enclosing one; or a template. Decimals are the shortest that read back as the same number.",
        parameters = {
            @Parameter(
                    name = "enclosing.element",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "events",
                    description =
                            "The name of the outer element; \"none\" for a document that is the row's element alone."),
            @Parameter(
                    name = "row.element",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "event",
                    description = "The name of the row's element."),
            @Parameter(
                    name = "template",
                    aliases = {"payload"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "A document with {{column}} in it, instead of the usual one."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "How the LONG column after the point prints: \"iso\" or a java.time pattern, in UTC; the"
                                    + " number otherwise.")
        },
        examples = {
            "CREATE STREAM Shipments (id LONG, item STRING) WITH (type='sink', extension='http', format='xml',"
                    + " \"http.url\"='http://localhost/in', \"xml.row.element\"='shipment',"
                    + " \"xml.enclosing.element\"='none')"
        })
public final class XmlSinkMapperFactory implements SinkMapperFactory {

    private static final String NONE = "none";

    /** Called by the service registry. */
    public XmlSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        Settings settings = context.settings();
        XmlColumns columns = XmlColumns.of(context.schema(), settings);
        if (settings.has("template")) {
            return new XmlTemplateMapper(settings.getString("template"), context.schema(), columns);
        }
        String row = name(settings, "row.element");
        String outer = name(settings, "enclosing.element");
        boolean isInside = !outer.equals(NONE);
        return new XmlSinkMapper(
                context.schema(),
                columns,
                (isInside ? "<" + outer + ">" : "") + "<" + row + ">",
                "</" + row + ">" + (isInside ? "</" + outer + ">" : ""));
    }

    private static String name(Settings settings, String setting) {
        String name = settings.getString(setting).strip();
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")) {
            throw new IllegalArgumentException(setting + "=" + name + " is no name of an element");
        }
        return name;
    }
}
