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
                    name = "connection.timeout",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "120000",
                    description = "A request without a response after so long is answered with 504.")
        },
        shares = {WebhookOptions.class, Tls.class},
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
