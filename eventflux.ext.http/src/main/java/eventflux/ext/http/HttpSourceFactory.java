package eventflux.ext.http;

import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that are called over HTTP, or ask. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "http",
        description = "Takes messages over HTTP: as a webhook, whose callers get an answer when the application and "
                + "its sinks have done with the message, or by asking an address again and again. Columns take "
                + "attributes of a request: 'trp:method', 'trp:path', 'trp:remote', 'trp:query.<name>' and "
                + "headers, 'trp:header.<name>'.",
        parameters = {
            @Parameter(
                    name = "mode",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "\"webhook\" to be called, \"poll\" to ask; by default what the other settings speak of."),
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
            @Parameter(name = "url", type = ParameterType.STRING, optional = true, description = "The address to ask."),
            @Parameter(
                    name = "poll.interval.ms",
                    aliases = {"poll.interval"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "5000",
                    description = "How long after an answer it asks again."),
            @Parameter(
                    name = "method",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "GET",
                    description = "The method to ask with."),
            @Parameter(
                    name = "body",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The body of a question."),
            @Parameter(
                    name = "headers.*",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "A header of a question by its name."),
            @Parameter(
                    name = "timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "30000",
                    description = "How long an answer may take.")
        },
        shares = Tls.class,
        examples = {
            "CREATE STREAM Orders (id LONG, item STRING) WITH (type='source', extension='http', "
                    + "format='json', \"http.port\"='8080', \"http.path\"='/orders', "
                    + "\"http.auth.token\"='${ORDERS_TOKEN:none}')"
        })
public final class HttpSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public HttpSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        Settings settings = context.settings();
        String name = "eventflux-http-" + context.application() + "-" + context.stream();
        if (!context.isMapped()) {
            throw new IllegalArgumentException("an http source needs a format, such as format='json'");
        }
        String mode = settings.find("mode").orElse(settings.has("url") ? "poll" : "webhook");
        return switch (mode) {
            case "webhook" ->
                new Webhook(
                        WebhookOptions.of(settings),
                        new Tls(settings),
                        new PlainResponder(Origin.of(context.application())),
                        name);
            case "poll" -> new Polling(settings, context.time(), name);
            default -> throw new IllegalArgumentException("mode is webhook or poll, not '" + mode + "'");
        };
    }
}
