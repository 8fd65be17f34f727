package eventflux.ext.http;

import com.sun.net.httpserver.Headers;
import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a source listens and what it takes.
 *
 * @param host the address of this machine to listen at
 * @param port the port
 * @param path the path, and no other
 * @param methods the methods
 * @param header the header that bears the token
 * @param token the token; empty when everybody may call
 * @param mostRequests so many at the same time
 * @param mostBytes of a body
 */
@Parameters({
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
            description = "A longer body is refused, with 413 where this source is called.")
})
record WebhookOptions(
        String host,
        int port,
        String path,
        Set<String> methods,
        String header,
        String token,
        int mostRequests,
        int mostBytes) {

    private static final String BEARER = "Bearer ";

    static WebhookOptions of(Settings settings) {
        URI receiver = settings.find("receiver.url").map(URI::create).orElse(URI.create(""));
        int port = settings.has("port") ? settings.getInt("port") : receiver.getPort();
        if (port < 0) {
            throw new IllegalArgumentException("a source that is called needs a port");
        }
        String path = receiver.getPath().isEmpty() ? settings.getString("path") : receiver.getPath();
        return new WebhookOptions(
                receiver.getHost() == null ? settings.getString("host") : receiver.getHost(),
                port,
                path.startsWith("/") ? path : "/" + path,
                Stream.of(settings.find("methods").orElse("POST,PUT").split(","))
                        .map(method -> method.strip().toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                settings.getString("auth.header"),
                settings.find("auth.token").orElse(""),
                settings.getInt("max.concurrent.requests"),
                settings.getInt("max.body.bytes"));
    }

    /** Whether a caller has shown the token; takes the same time whichever letter is wrong. */
    boolean isAllowed(Headers headers) {
        if (token.isEmpty()) {
            return true;
        }
        String shown = headers.getFirst(header);
        if (shown == null) {
            return false;
        }
        String bare = shown.startsWith(BEARER) ? shown.substring(BEARER.length()) : shown;
        return MessageDigest.isEqual(bare.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return host + ":" + port + path;
    }
}
