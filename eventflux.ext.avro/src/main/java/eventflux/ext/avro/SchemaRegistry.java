package eventflux.ext.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Asks a schema registry over its REST interface, which Confluent's, Apicurio's and Karapace's have in common. Schemas that it has answered
 * once are not asked for again. A registry that does not answer, or only with a failure of its own, is asked again for a while. Used by one
 * thread at a time.
 */
final class SchemaRegistry {

    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String AVRO = "AVRO";
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_REFERENCES = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> addresses;
    private final String authorization;
    private final Duration patience;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    /**
     * A registry.
     *
     * @param addresses one after the other is asked
     * @param login user and password, or nothing
     * @param patience how long is tried
     */
    SchemaRegistry(List<String> addresses, List<String> login, Duration patience) {
        this.addresses = addresses.stream()
                .map(address -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                .toList();
        this.authorization = login.isEmpty()
                ? ""
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString(String.join(":", login).getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
    }

    /**
     * A schema and its number.
     *
     * @param id the number
     * @param schema the schema
     */
    record Registered(int id, Schema schema) {}

    /**
     * The schema of a number.
     *
     * @throws RegistryException when there is none, or it is none of Avro
     * @throws IOException when the registry does not answer
     */
    Schema schema(int id) throws IOException {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = parsed(ask("GET", "/schemas/ids/" + id, Optional.empty()));
        schemas.put(id, schema);
        return schema;
    }

    /** The newest schema of a subject; none when there is no such subject. */
    Optional<Registered> latest(String subject) throws IOException {
        try {
            JsonNode answer = ask("GET", "/subjects/" + quoted(subject) + "/versions/latest", Optional.empty());
            return Optional.of(new Registered(answer.path("id").asInt(), parsed(answer)));
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Registers a schema, or finds it when it is registered already; answers its number. */
    int register(String subject, Schema schema) throws IOException {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("schema", schema.toString())
                .toString();
        return ask("POST", "/subjects/" + quoted(subject) + "/versions", Optional.of(body))
                .path("id")
                .asInt();
    }

    private static String quoted(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Schema parsed(JsonNode answer) throws IOException {
        String type = answer.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO)) {
            throw new RegistryException("the schema is one of " + type, 0);
        }
        try {
            Schema.Parser parser = new Schema.Parser();
            parseReferences(answer, parser, new int[] {MOST_REFERENCES});
            return parser.parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new RegistryException("the schema cannot be read: " + e.getMessage(), 0);
        }
    }

    // A schema names others that it uses, which come first.
    private void parseReferences(JsonNode answer, Schema.Parser parser, int[] left) throws IOException {
        for (JsonNode reference : answer.path("references")) {
            if (parser.getTypes().containsKey(reference.path("name").asText())) {
                continue;
            }
            if (left[0]-- == 0) {
                throw new RegistryException("the schema refers to more than " + MOST_REFERENCES + " others", 0);
            }
            String subject = reference.path("subject").asText();
            JsonNode used = ask(
                    "GET",
                    "/subjects/" + quoted(subject) + "/versions/"
                            + reference.path("version").asInt(),
                    Optional.empty());
            parseReferences(used, parser, left);
            parser.parse(used.path("schema").asText());
        }
    }

    private JsonNode ask(String method, String path, Optional<String> body) throws IOException {
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

    private JsonNode askOnce(String method, String address, Optional<String> body) throws IOException {
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
            JsonNode answer = in == null ? json.missingNode() : json.readTree(in);
            if (status >= CLIENT_ERROR) {
                throw new RegistryException(
                        "the schema registry refuses " + method + " " + address + ": "
                                + answer.path("message").asText(String.valueOf(status)),
                        status);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new RegistryException(address + " answers no JSON: " + e.getOriginalMessage(), status);
        }
    }
}
