package eventflux.ext.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredSchemasTest {

    private static final Schema COLUMNS =
            Schema.of(new Column("id", DataType.LONG), new Column("item", DataType.STRING));
    private static final String FIRST = """
            {"type":"record","name":"Order","fields":[{"name":"id","type":"long"}]}""";
    private static final String SECOND = """
            {"type":"record","name":"Order","fields":[{"name":"item","type":"string","default":"-"},{"name":"id","type":"long"}]}""";

    private FakeRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = new FakeRegistry();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private Map<String, String> settings(String... more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("registry", registry.address(), "registry.timeout", "2 sec"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private SourceMapper source(Schema schema, String... more) {
        return new AvroSourceMapperFactory()
                .create(EndpointFixture.mapped(AvroSourceMapperFactory.class, schema, settings(more)));
    }

    private SinkMapper sink(Schema schema, String... more) {
        return new AvroSinkMapperFactory()
                .create(EndpointFixture.mapped(AvroSinkMapperFactory.class, schema, settings(more)));
    }

    private static byte[] write(SinkMapper mapper, Schema schema, Object... values) {
        PayloadBuffer out = new PayloadBuffer();
        mapper.map(HeapRow.of(schema, 0, 0, values), out);
        return Arrays.copyOf(out.array(), out.length());
    }

    private static List<List<Object>> read(SourceMapper mapper, byte[] message) throws MappingException {
        RecordedRows rows = new RecordedRows(COLUMNS);
        mapper.map(message, 0, message.length, rows);
        return rows.values();
    }

    @Test
    void readsEachMessageByTheSchemaThatItNames() throws MappingException {
        registry.add("orders-value", FIRST);
        registry.add("orders-value", SECOND);
        SourceMapper mapper = source(COLUMNS);

        assertThat(read(mapper, new byte[] {0, 0, 0, 0, 1, 14})).containsExactly(Arrays.asList(7L, null));
        assertThat(read(mapper, new byte[] {0, 0, 0, 0, 2, 2, 'a', 14})).containsExactly(List.of(7L, "a"));
        assertThat(read(mapper, new byte[] {0, 0, 0, 0, 1, 2})).containsExactly(Arrays.asList(1L, null));
        assertThat(registry.requests).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/2");
    }

    @Test
    void writesTheNumberOfASchemaThatItRegisters() throws MappingException {
        registry.add("other", FIRST);
        Schema id = Schema.of(new Column("id", DataType.LONG));

        byte[] message = write(sink(id, "subject", "orders-value", "schema", FIRST), id, 7L);

        assertThat(message).containsExactly(0, 0, 0, 0, 2, 14);
        assertThat(registry.requests).containsExactly("POST /subjects/orders-value/versions");
        assertThat(read(source(COLUMNS), message)).containsExactly(Arrays.asList(7L, null));
    }

    @Test
    void writesByTheNewestSchemaOfASubject() {
        registry.add("a b/c", FIRST);
        registry.add("a b/c", SECOND);

        assertThat(write(sink(COLUMNS, "subject", "a b/c"), COLUMNS, 7L, "x"))
                .containsExactly(0, 0, 0, 0, 2, 2, 'x', 14);
        assertThat(registry.requests).containsExactly("GET /subjects/a%20b%2Fc/versions/latest");
    }

    @Test
    void registersTheSchemaOfTheColumnsForANewSubject() throws MappingException {
        byte[] message = write(sink(COLUMNS, "subject", "new"), COLUMNS, 7L, null);

        assertThat(registry.requests)
                .containsExactly("GET /subjects/new/versions/latest", "POST /subjects/new/versions");
        assertThat(read(source(COLUMNS), message)).containsExactly(Arrays.asList(7L, null));
    }

    @Test
    void readsAndWritesBareMessagesByANumberInTheSettings() throws MappingException {
        registry.add("orders-value", SECOND);

        byte[] message = write(sink(COLUMNS, "schema.id", "1"), COLUMNS, 7L, "x");

        assertThat(message).containsExactly(2, 'x', 14);
        assertThat(read(source(COLUMNS, "schema.id", "1"), message)).containsExactly(List.of(7L, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(COLUMNS, "schema.id", "9"))
                .withMessageContaining("Schema 9 not found");
    }

    @Test
    void readsSchemasThatReferToOthers() throws MappingException {
        registry.add(
                "id", "{\"type\":\"record\",\"name\":\"shop.Id\",\"fields\":[{\"name\":\"n\",\"type\":\"long\"}]}");
        registry.add(
                "orders",
                "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"key\",\"type\":\"shop.Id\"}]}",
                "shop.Id",
                "id");

        assertThat(read(source(COLUMNS, "mapping.id", "key.n"), new byte[] {0, 0, 0, 0, 2, 14}))
                .containsExactly(Arrays.asList(7L, null));
    }

    @Test
    void asksAgainWhileTheRegistryFails() throws MappingException {
        registry.add("orders-value", FIRST);
        registry.failures = 2;

        assertThat(read(source(COLUMNS), new byte[] {0, 0, 0, 0, 1, 14})).hasSize(1);
        assertThat(registry.requests).hasSize(3);
    }

    @Test
    void asksTheNextAddressAndShowsWhoItIs() throws MappingException {
        registry.add("orders-value", FIRST);
        SourceMapper mapper = source(
                COLUMNS,
                "registry",
                "http://localhost:1, " + registry.address() + "/",
                "registry.username",
                "ann",
                "registry.password",
                "secret");

        assertThat(read(mapper, new byte[] {0, 0, 0, 0, 1, 14})).hasSize(1);
        assertThat(registry.requests).containsExactly("GET /schemas/ids/1 Basic YW5uOnNlY3JldA==");
    }

    @Test
    void reportsMessagesWhoseSchemaCannotBeHad() {
        int other = registry.addOther("orders-value", "PROTOBUF");
        SourceMapper mapper = source(COLUMNS);

        MappingException unknown =
                catchThrowableOfType(MappingException.class, () -> read(mapper, new byte[] {0, 0, 0, 0, 99, 1}));
        MappingException foreign = catchThrowableOfType(
                MappingException.class, () -> read(mapper, new byte[] {0, 0, 0, 0, (byte) other, 1}));
        MappingException bare = catchThrowableOfType(MappingException.class, () -> read(mapper, new byte[] {'{', '}'}));

        assertThat(unknown).hasMessageContaining("Schema 99 not found");
        assertThat(unknown.place()).isEqualTo("schema 99");
        assertThat(foreign).hasMessageContaining("one of PROTOBUF");
        assertThat(bare.place()).isEqualTo("byte 0");
    }

    @Test
    void failsAtTheStartWhenTheRegistryDoesNotAnswer() {
        registry.close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink(COLUMNS, "subject", "orders", "registry.timeout", "300 ms"))
                .withMessageContaining("no answer from the schema registry");
        assertThatIllegalArgumentException().isThrownBy(() -> sink(COLUMNS)).withMessageContaining("wants a subject");
    }
}
