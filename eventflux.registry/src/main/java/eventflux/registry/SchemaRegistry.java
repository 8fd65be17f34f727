package eventflux.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a schema registry over its REST interface, which Confluent's, Redpanda's, Apicurio's and Karapace's have in common. A registry that does
 * not answer, or only with a failure of its own, is asked again for a while. Remembers nothing. Used by one thread at a time.
 */
public final class SchemaRegistry {

    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<String> addresses;
    private final String authorization;
    private final Duration patience;

    /**
     * A registry.
     *
     * @param addresses one after the other is asked
     * @param authorization what the header of that name says; empty for none
     * @param patience how long is tried
     */
    public SchemaRegistry(List<String> addresses, String authorization, Duration patience) {
        this.addresses = addresses.stream()
                .map(address -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                .toList();
        this.authorization = authorization;
        this.patience = patience;
    }

    /**
     * The schema of a number.
     *
     * @param format how it is wanted, as the registry calls it; empty for the text as it was registered
     * @throws RegistryException when there is none
     * @throws IOException when the registry does not answer
     */
    public RegisteredSchema schema(int id, String format) throws IOException {
        String query = format.isEmpty() ? "" : "?format=" + format;
        return ask("GET", "/schemas/ids/" + id + query, Optional.empty()).schema();
    }

    /** The newest schema of a subject; none when there is no such subject. */
    public Optional<RegisteredSchema> latest(String subject) throws IOException {
        try {
            return Optional.of(version(subject, "latest"));
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A schema that another one uses. */
    public RegisteredSchema referred(RegisteredSchema.Reference reference) throws IOException {
        return version(reference.subject(), String.valueOf(reference.version()));
    }

    private RegisteredSchema version(String subject, String version) throws IOException {
        return ask("GET", "/subjects/" + quoted(subject) + "/versions/" + version, Optional.empty())
                .schema();
    }

    /** Registers a schema, or finds it when it is registered already; answers its number. */
    public int register(String subject, String type, String schema) throws IOException {
        String kind = type.equals(RegisteredSchema.AVRO) ? "" : "\"schemaType\":\"" + type + "\",";
        String body = "{" + kind + "\"schema\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(schema)) + "\"}";
        return ask("POST", "/subjects/" + quoted(subject) + "/versions", Optional.of(body))
                .schema()
                .id();
    }

    private static String quoted(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private RegistryAnswer ask(String method, String path, Optional<String> body) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            IOException last = null;
            for (String address : addresses) {
                try {
                    return askOnce(method, address + path, body);
                } catch (RegistryException e) {
                    throw e;
                } catch (IOException e) {
                    last = e;
                }
            }
            if (System.nanoTime() >= end) {
                throw new IOException("no answer from the schema registry " + addresses + ": " + last, last);
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted while the schema registry was asked");
        }
    }

    private RegistryAnswer askOnce(String method, String address, Optional<String> body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        int millis = (int) Math.max(1, Math.min(patience.toMillis(), Integer.MAX_VALUE));
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", TYPE);
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", TYPE);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.get().getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        if (status >= SERVER_ERROR) {
            throw new IOException(method + " " + address + " was answered with " + status);
        }
        try (InputStream in = status >= CLIENT_ERROR ? connection.getErrorStream() : connection.getInputStream()) {
            RegistryAnswer answer = RegistryAnswer.read(in == null ? InputStream.nullInputStream() : in);
            if (status >= CLIENT_ERROR) {
                String reason = answer.message().isEmpty() ? String.valueOf(status) : answer.message();
                throw new RegistryException(
                        "the schema registry refuses " + method + " " + address + ": " + reason, status);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new RegistryException(address + " answers no JSON: " + e.getOriginalMessage(), status);
        }
    }
}
