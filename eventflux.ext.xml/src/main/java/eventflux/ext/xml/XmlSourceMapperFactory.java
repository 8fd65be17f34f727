package eventflux.ext.xml;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from XML to rows. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "xml",
        description =
                "XML by the names of the columns, or by paths. Each element that the enclosing path leads to is a row,"
                        + " its elements and attributes are the values. What is missing, or says xsi:nil, is null. A value"
                        + " of the wrong type is reported with its place and costs its row only. Document types are"
                        + " refused.",
        parameters = {
            @Parameter(
                    name = "enclosing.element",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "/events/event",
                    description =
                            "The path of the elements that are rows, such as /orders/order, or //order for any depth."
                                    + " Prefixes are left off."),
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description = "For the column after the point: the path inside the row's element, such as price,"
                            + " customer/name or item/@id."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "How the LONG column after the point reads dates: \"iso\" or a java.time pattern; epoch"
                                    + " milliseconds result."),
            @Parameter(
                    name = "timestamp",
                    aliases = {"timestamp.column"},
                    type = ParameterType.COLUMN,
                    optional = true,
                    description = "The LONG column whose value is the time of the event."),
            @Parameter(
                    name = "ignore-parse-errors",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether what can't be read is dropped without a word."),
            @Parameter(
                    name = "max-depth",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "64",
                    description = "Deeper nesting is an error."),
            @Parameter(
                    name = "max-bytes",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "10485760",
                    description = "A larger message is an error.")
        },
        examples = {
            "CREATE STREAM Orders (id LONG, item STRING, price DOUBLE) WITH (type='source', extension='file',"
                    + " format='xml', \"file.path\"='orders.xml', \"file.framing\"='whole',"
                    + " \"xml.enclosing.element\"='/orders/order', \"xml.mapping.id\"='@id',"
                    + " \"xml.mapping.price\"='item/@price')"
        })
public final class XmlSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public XmlSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        XmlPath rows = XmlPath.parse(settings.getString("enclosing.element"));
        if (rows.elements().isEmpty() || !rows.attribute().isEmpty()) {
            throw new IllegalArgumentException("enclosing.element=" + rows + " leads to no element");
        }
        XmlSourceMapper.Options options = new XmlSourceMapper.Options(
                rows,
                settings.getInt("max-depth"),
                settings.getInt("max-bytes"),
                settings.getBoolean("ignore-parse-errors"));
        return new XmlSourceMapper(
                parsers(), options, paths(schema, settings.withPrefix("mapping.")), XmlColumns.of(schema, settings));
    }

    // Nothing outside of the message is ever read, and nothing in it is replaced by something larger.
    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // What is wrong comes as an exception; without a reporter the parser prints it too.
        parsers.setXMLReporter((message, type, information, location) -> {});
        parsers.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new javax.xml.stream.XMLStreamException("nothing outside of a message is read: " + systemId);
        });
        return parsers;
    }

    private static PathNode paths(Schema schema, Map<String, String> mappings) {
        for (String name : mappings.keySet()) {
            if (schema.indexOf(name) < 0) {
                throw new IllegalArgumentException("mapping." + name + " names no column of " + schema);
            }
        }
        PathNode root = new PathNode();
        for (int i = 0; i < schema.size(); i++) {
            String name = schema.column(i).name();
            root.add(XmlPath.parse(mappings.getOrDefault(name, name)), i);
        }
        return root;
    }
}
