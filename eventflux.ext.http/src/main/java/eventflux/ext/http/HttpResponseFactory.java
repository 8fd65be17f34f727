package eventflux.ext.http;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that answer requests. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "http-service-response",
        aliases = {"http-response"},
        description = "Answers requests that the source http-service with the same source.id took.",
        parameters = {
            @Parameter(
                    name = "source.id",
                    type = ParameterType.STRING,
                    description = "The name that ties responses to requests."),
            @Parameter(
                    name = "message.id",
                    type = ParameterType.STRING,
                    dynamic = true,
                    description = "The request, as its attribute 'trp:message.id' said."),
            @Parameter(
                    name = "status",
                    aliases = {"http.status.code"},
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    defaultValue = "200",
                    description = "The status."),
            @Parameter(
                    name = "headers.*",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description = "A header by its name."),
            @Parameter(
                    name = "content.type",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    defaultValue = "application/json",
                    description = "What the payload is.")
        },
        examples = {
            "CREATE STREAM Answers (id STRING, n INT) WITH (type='sink', extension='http-service-response', "
                    + "format='json', \"source.id\"='ask', \"message.id\"='{{id}}')"
        })
public final class HttpResponseFactory implements SinkFactory {

    /** Called by the service registry. */
    public HttpResponseFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("an http-service-response sink needs a format, such as format='json'");
        }
        return new ResponseSink(context.settings().getString("source.id"), context.rowSettings(), Exchanges.ofBundle());
    }
}
