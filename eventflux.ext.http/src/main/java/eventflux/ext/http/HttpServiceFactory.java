package eventflux.ext.http;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that are called over HTTP and leave the response to a sink. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "http-service",
        aliases = {"http-request"},
        description = "As a webhook of the source http, but the response is a row of the sink http-service-response "
                + "with the same source.id, which finds its request by the attribute 'trp:message.id'.",
        parameters = {
            @Parameter(
                    name = "source.id",
                    type = ParameterType.STRING,
                    description = "The name that ties responses to requests."),
            @Parameter(
                    name = "port",
                    type = ParameterType.INT,
                    optional = true,
                    description = "The port to listen at; 0 for a free one."),
            @Parameter(
                    name = "host",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "0.0.0.0",
                    description = "The address of this machine to listen at."),
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "/",
                    description = "The path that is called, and no other."),
            @Parameter(
                    name = "receiver.url",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "Host, port and path in one."),
            @Parameter(
                    name = "methods",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The methods that are taken, separated by commas; POST and PUT by default."),
            @Parameter(
                    name = "auth.header",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "Authorization",
                    description = "The header that bears the token."),
            @Parameter(
                    name = "auth.token",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "What callers must show, with \"Bearer \" in front or without; by default everybody may call."),
            @Parameter(
                    name = "max.concurrent.requests",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "256",
                    description = "More at the same time are answered with 503."),
            @Parameter(
                    name = "max.body.bytes",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "1048576",
                    description = "A longer body is refused, with 413 where this source is called."),
            @Parameter(
                    name = "connection.timeout",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "120000",
                    description = "A request without a response after so long is answered with 504.")
        },
        shares = Tls.class,
        examples = {
            "CREATE STREAM Asked (id STRING, n INT) WITH (type='source', extension='http-service', "
                    + "format='json', \"source.id\"='ask', port='8080', \"json.mapping.id\"='trp:message.id')"
        })
public final class HttpServiceFactory implements SourceFactory {

    /** Called by the service registry. */
    public HttpServiceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("an http-service source needs a format, such as format='json'");
        }
        WaitingResponder responder = new WaitingResponder(
                Origin.of(context.application()),
                context.settings().getString("source.id"),
                context.settings().getMillis("connection.timeout"),
                context.time(),
                Exchanges.ofBundle());
        return new Webhook(
                WebhookOptions.of(context.settings()),
                new Tls(context.settings()),
                responder,
                "eventflux-http-" + context.application() + "-" + context.stream());
    }
}
