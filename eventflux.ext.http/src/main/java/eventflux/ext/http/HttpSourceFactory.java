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
        shares = {WebhookOptions.class, Tls.class},
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
