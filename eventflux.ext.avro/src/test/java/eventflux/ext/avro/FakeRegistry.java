package eventflux.ext.avro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A schema registry in this process: what its clients see of the documented REST interface. */
final class FakeRegistry implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<ObjectNode> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();

    /** Each request as method, path and authorization. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** How many of the next requests are answered with 503. */
    volatile int failures;

    FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Adds a schema; answers its number. */
    synchronized int add(String subject, String schema, String... reference) {
        ObjectNode node = json.createObjectNode().put("schema", schema);
        if (reference.length > 0) {
            node.putArray("references")
                    .addObject()
                    .put("name", reference[0])
                    .put("subject", reference[1])
                    .put("version", 1);
        }
        schemas.add(node);
        subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(schemas.size());
        return schemas.size();
    }

    /** Adds a schema of another kind. */
    synchronized int addOther(String subject, String type) {
        int id = add(subject, "syntax = \"proto3\";");
        schemas.get(id - 1).put("schemaType", type);
        return id;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(exchange.getRequestMethod() + " " + path + (login == null ? "" : " " + login));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (failures > 0) {
            failures--;
            answer(exchange, 503, json.createObjectNode().put("message", "not now"));
            return;
        }
        String[] parts = path.substring(1).split("/");
        if (parts[0].equals("schemas")) {
            int id = Integer.parseInt(parts[2]);
            answer(exchange, id <= schemas.size() ? schemas.get(id - 1) : null, "Schema " + id + " not found");
            return;
        }
        String subject = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            String schema = json.readTree(body).path("schema").asText();
            answer(exchange, json.createObjectNode().put("id", add(subject, schema)), "");
            return;
        }
        List<Integer> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty()) {
            answer(exchange, null, "Subject '" + subject + "' not found.");
            return;
        }
        int id = versions.get(parts[3].equals("latest") ? versions.size() - 1 : Integer.parseInt(parts[3]) - 1);
        answer(exchange, schemas.get(id - 1).deepCopy().put("id", id).put("subject", subject), "");
    }

    private void answer(HttpExchange exchange, ObjectNode found, String message) throws IOException {
        if (found == null) {
            answer(
                    exchange,
                    404,
                    json.createObjectNode().put("error_code", 40403).put("message", message));
        } else {
            answer(exchange, 200, found);
        }
    }

    private void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
