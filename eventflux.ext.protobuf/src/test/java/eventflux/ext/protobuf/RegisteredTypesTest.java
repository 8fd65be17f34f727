package eventflux.ext.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import eventflux.testkit.row.HeapRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages whose schemas are in a registry: one in this process that answers as the documented REST interface says. */
class RegisteredTypesTest {

    private static final Schema COLUMNS =
            Schema.of(new Column("id", DataType.LONG), new Column("city", DataType.STRING));
    private static final Map<String, String> PATHS = Map.of("mapping.city", "address.city");

    private final List<String> schemas = new ArrayList<>(); // as JSON, the first is number 1
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @TempDir
    private Path folder;

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static FileDescriptorProto address() {
        return FileDescriptorProto.newBuilder()
                .setName("")
                .setPackage("shop")
                .setSyntax("proto3")
                .addMessageType(
                        DescriptorProto.newBuilder().setName("Address").addField(field("city", 1, Type.TYPE_STRING)))
                .build();
    }

    private static FileDescriptorProto order() {
        return FileDescriptorProto.newBuilder()
                .setName("order.proto")
                .setPackage("shop")
                .setSyntax("proto3")
                .addDependency("parts/address.proto")
                .addDependency("google/protobuf/timestamp.proto")
                .addMessageType(DescriptorProto.newBuilder().setName("Other").addField(field("n", 1, Type.TYPE_INT32)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Shop")
                        .addNestedType(DescriptorProto.newBuilder()
                                .setName("Order")
                                .addField(field("id", 1, Type.TYPE_INT64))
                                .addField(field("address", 2, Type.TYPE_MESSAGE).setTypeName(".shop.Address"))
                                .addField(field("at", 3, Type.TYPE_MESSAGE).setTypeName(".google.protobuf.Timestamp"))))
                .build();
    }

    private static String json(FileDescriptorProto file, String references) {
        return "{\"id\":%d,\"schemaType\":\"PROTOBUF\",\"unknown\":[{\"a\":[1]}],\"references\":[" + references
                + "],\"schema\":\"" + Base64.getEncoder().encodeToString(file.toByteArray()) + "\"}";
    }

    @BeforeEach
    void startRegistry() throws IOException {
        schemas.add(json(address(), ""));
        schemas.add(json(
                order(), "{\"name\":\"parts/address.proto\",\"subject\":\"addresses\",\"version\":1,\"more\":{}}"));
        schemas.add("{\"id\":%d,\"schema\":\"\\\"string\\\"\"}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopRegistry() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(what + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int id = 0;
        if (what.startsWith("POST")) {
            requests.add(body);
            schemas.add(body.replace("{\"schema", "{\"id\":%d,\"schema"));
            id = schemas.size();
        } else if (what.contains("/schemas/ids/")) {
            id = Integer.parseInt(what.replaceAll("\\D", ""));
        } else if (what.contains("/subjects/addresses/versions/1")) {
            id = 1;
        } else if (what.contains("/subjects/orders/versions/latest")) {
            id = 2;
        }
        boolean isThere = id > 0 && id <= schemas.size();
        byte[] bytes = (isThere ? schemas.get(id - 1).replace("%d", "" + id) : "{\"message\":\"not found\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isThere ? 200 : 404, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("registry", "http://localhost:" + server.getAddress().getPort() + "/");
        return settings;
    }

    private SinkMapper sink(Schema schema, Map<String, String> more) {
        return new ProtobufSinkMapperFactory()
                .create(EndpointFixture.mapped(ProtobufSinkMapperFactory.class, schema, settings(more)));
    }

    private SourceMapper source(Map<String, String> more) {
        Map<String, String> settings = settings(more);
        settings.putAll(PATHS);
        return new ProtobufSourceMapperFactory()
                .create(EndpointFixture.mapped(ProtobufSourceMapperFactory.class, COLUMNS, settings));
    }

    private static byte[] message(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    // Schema 2, the message at [1, 0]; id = 7, address { city = "Ulm" }.
    private static final String ORDER = "00 00 00 00 02 04 02 00 08 07 12 05 0a 03 55 6c 6d";

    @Test
    void readsMessagesByTheFilesOfTheRegistryAndWhatTheyImport() throws MappingException {
        SourceMapper mapper = source(Map.of("registry.token", "s3"));
        RecordedRows out = new RecordedRows(COLUMNS);

        mapper.map(message(ORDER), 0, message(ORDER).length, out);
        mapper.map(message(ORDER), 0, message(ORDER).length, out);

        assertThat(out.values()).containsExactly(List.of(7L, "Ulm"), List.of(7L, "Ulm"));
        assertThat(requests)
                .containsExactly(
                        "GET /schemas/ids/2?format=serialized Bearer s3",
                        "GET /subjects/addresses/versions/1 Bearer s3",
                        "GET /schemas/ids/1?format=serialized Bearer s3");
    }

    @Test
    void saysWhatIsWrongWithAMessage() {
        assertRefused("01 00 00 00 02 00", "zero byte");
        assertRefused("00 00 00", "header of a registry");
        assertRefused("00 00 00 00 09 00", "not found");
        assertRefused("00 00 00 00 03 00", "is one of AVRO");
        assertRefused("00 00 00 00 02 02 0a", "no message at [5]");
        assertRefused("00 00 00 00 02 01", "is no number of places");
        assertRefused("00 00 00 00 02 00 08 07", "has no field id");
        assertRefused(ORDER + " 12", "no message shop.Shop.Order");
    }

    private void assertRefused(String hex, String why) {
        byte[] bytes = message(hex);
        assertThatThrownBy(() -> source(Map.of()).map(bytes, 0, bytes.length, new RecordedRows(COLUMNS)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(why);
    }

    @Test
    void writesByTheNewestFileOfTheSubject() throws Exception {
        Schema numbers = Schema.of(new Column("n", DataType.INT));
        SinkMapper first = sink(numbers, Map.of("subject", "orders", "registry.username", "me"));
        PayloadBuffer out = new PayloadBuffer();

        first.map(HeapRow.of(numbers, 0, 1, 300), out);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(out.array(), out.length())))
                .isEqualTo("00 00 00 00 02 00 08 ac 02");
        assertThat(requests.get(0)).isEqualTo("GET /subjects/orders/versions/latest Basic bWU6");
    }

    @Test
    void registersTheFileThatTheSettingsName() throws Exception {
        Path file = folder.resolve("address.desc");
        FileDescriptorProto named =
                address().toBuilder().setName("address.proto").build();
        Files.write(file, FileDescriptorSet.newBuilder().addFile(named).build().toByteArray());
        Schema cities = Schema.of(new Column("city", DataType.STRING));
        SinkMapper mapper = sink(cities, Map.of("subject", "new", "descriptor", file.toString(), "message", "Address"));
        PayloadBuffer out = new PayloadBuffer();

        mapper.map(HeapRow.of(cities, 0, 1, "Ulm"), out);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(out.array(), out.length())))
                .isEqualTo("00 00 00 00 04 00 0a 03 55 6c 6d");
        ByteString sent = ByteString.copyFrom(
                Base64.getDecoder().decode(requests.get(1).replaceAll(".*\"schema\":\"([^\"]*)\".*", "$1")));
        assertThat(FileDescriptorProto.parseFrom(sent)).isEqualTo(named);
    }

    @Test
    void refusesSettingsThatDoNotGoTogether() {
        assertThatThrownBy(() -> sink(COLUMNS, Map.of())).hasMessageContaining("wants a subject");
        assertThatThrownBy(() -> sink(COLUMNS, Map.of("subject", "none"))).hasMessageContaining("no subject none");
        assertThatThrownBy(() -> source(Map.of("descriptor", "x.desc"))).hasMessageContaining("or registry");
        assertThatThrownBy(() -> source(Map.of("registry.token", "a", "registry.username", "b")))
                .hasMessageContaining("exclude each other");
    }
}
