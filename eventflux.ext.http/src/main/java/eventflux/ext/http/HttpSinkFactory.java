package eventflux.ext.http;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that send over HTTP. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "http",
        description =
                "Sends one request a row, in their order, and waits for each answer, unless several may be under way. What fails on the way is "
                        + "tried again; what is refused goes to the sink's error policy.",
        parameters = {
            @Parameter(
                    name = "url",
                    aliases = {"publisher.url"},
                    type = ParameterType.STRING,
                    dynamic = true,
                    description = "The address."),
            @Parameter(
                    name = "method",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    defaultValue = "POST",
                    description = "The method: \"POST\", \"PUT\", \"PATCH\" or another."),
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
                    description = "What the payload is."),
            @Parameter(
                    name = "auth.username",
                    aliases = {"basic.auth.username"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The user, for basic authentication."),
            @Parameter(
                    name = "auth.password",
                    aliases = {"basic.auth.password"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The password."),
            @Parameter(
                    name = "requests.in.flight",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "1",
                    description =
                            "How many requests may be under way at once. With more than one, rows come in any order but that of order.key; "
                                    + "those that did not get through are kept, as many as that, and sent again."),
            @Parameter(
                    name = "order.key",
                    type = ParameterType.STRING,
                    optional = true,
                    dynamic = true,
                    description =
                            "With several requests under way: those of rows with the same key follow each other."),
            @Parameter(
                    name = "timeout.ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "30000",
                    description = "How long an answer may take."),
            @Parameter(
                    name = "retry.max-attempts",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "3",
                    description =
                            "How many times a request is tried that failed on the way, or was answered with 408, 425, 429 or a passing 5xx."),
            @Parameter(
                    name = "retry.initial-delay-ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "100",
                    description = "The pause after the first failure."),
            @Parameter(
                    name = "retry.max-delay-ms",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "10000",
                    description = "No pause is longer."),
            @Parameter(
                    name = "retry.backoff-multiplier",
                    type = ParameterType.DOUBLE,
                    optional = true,
                    defaultValue = "2.0",
                    description = "What a pause is longer than the one before."),
            @Parameter(
                    name = "validation.method",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "HEAD",
                    description =
                            "The method of a request at the start, which fails when nobody answers: \"HEAD\", \"GET\", \"OPTIONS\" or \"none\".")
        },
        shares = Tls.class,
        examples = {
            "CREATE STREAM Alerts (item STRING) WITH (type='sink', extension='http', format='json', "
                    + "\"http.url\"='http://localhost:8081/alerts/{{item}}', \"http.headers.X-Origin\"='eventflux')"
        })
public final class HttpSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public HttpSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("an http sink needs a format, such as format='json'");
        }
        return new HttpSink(context);
    }
}
