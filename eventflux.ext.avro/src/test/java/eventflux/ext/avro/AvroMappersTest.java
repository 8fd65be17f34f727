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
import eventflux.testkit.mapper.BrokenMessage;
import eventflux.testkit.row.HeapRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroMappersTest {

    private static final String ORDER = """
            {"type": "record", "name": "Order", "namespace": "shop", "fields": [
              {"name": "id", "type": "long"},
              {"name": "item", "type": ["null", "string"], "default": null},
              {"name": "count", "type": "int", "default": 7},
              {"name": "price", "type": "double"},
              {"name": "weight", "type": ["null", "float"], "default": null},
              {"name": "paid", "type": "boolean"},
              {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["NEW", "SENT"]}, "default": "NEW"},
              {"name": "address", "type": ["null", {"type": "record", "name": "Address", "fields": [
                {"name": "city", "type": ["null", "string"], "default": null}]}], "default": null}]}""";
    private static final Schema COLUMNS = Schema.of(
            new Column("id", DataType.LONG),
            new Column("item", DataType.STRING),
            new Column("count", DataType.INT),
            new Column("price", DataType.DOUBLE),
            new Column("weight", DataType.FLOAT),
            new Column("paid", DataType.BOOL),
            new Column("state", DataType.STRING),
            new Column("city", DataType.STRING));
    private static final Map<String, String> ORDERS = Map.of("schema", ORDER, "mapping.city", "address.city");

    @TempDir
    private Path folder;

    private static Schema one(String name, DataType type) {
        return Schema.of(new Column(name, type));
    }

    private static String record(String name, String type) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"" + name + "\",\"type\":" + type + "}]}";
    }

    private static SourceMapper source(Schema schema, Map<String, String> settings) {
        return new AvroSourceMapperFactory()
                .create(EndpointFixture.mapped(AvroSourceMapperFactory.class, schema, settings));
    }

    private static SinkMapper sink(Schema schema, Map<String, String> settings) {
        return new AvroSinkMapperFactory()
                .create(EndpointFixture.mapped(AvroSinkMapperFactory.class, schema, settings));
    }

    private static byte[] write(SinkMapper mapper, Schema schema, Object... values) {
        PayloadBuffer out = new PayloadBuffer();
        mapper.map(HeapRow.of(schema, 0, 0, values), out);
        return Arrays.copyOf(out.array(), out.length());
    }

    private static List<List<Object>> read(SourceMapper mapper, Schema schema, byte[] message) throws MappingException {
        RecordedRows rows = new RecordedRows(schema);
        byte[] padded = new byte[message.length + 2];
        System.arraycopy(message, 0, padded, 1, message.length);
        mapper.map(padded, 1, message.length, rows);
        return rows.values();
    }

    private static MappingException failure(SourceMapper mapper, Schema schema, byte[] message) {
        return catchThrowableOfType(MappingException.class, () -> read(mapper, schema, message));
    }

    /** What Avro's own writer makes. */
    private static byte[] written(String schema, Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(new org.apache.avro.Schema.Parser().parse(schema)).write(value, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Test
    void writesTheBytesThatTheFormatPrescribes() {
        Schema schema = Schema.of(new Column("id", DataType.LONG), new Column("item", DataType.STRING));
        String record = """
                {"type": "record", "name": "R", "fields": [{"name": "id", "type": "long"}, {"name": "item", "type": "string"}]}""";

        assertThat(write(sink(schema, Map.of("schema", record)), schema, 64L, "foo"))
                .containsExactly(0x80, 0x01, 0x06, 'f', 'o', 'o');
        assertThat(write(sink(schema, Map.of()), schema, -1L, null)).containsExactly(0x02, 0x01, 0x00);
    }

    @Test
    void readsWhatItWrites() throws MappingException {
        Random random = new Random(5);
        SourceMapper reader = source(COLUMNS, ORDERS);
        SinkMapper writer = sink(COLUMNS, ORDERS);
        for (int i = 0; i < 2_000; i++) {
            Object[] row = {
                random.nextLong(),
                random.nextInt(3) == 0 ? null : "n\u00e9\ud83d\ude00" + random.nextInt(),
                random.nextInt(),
                random.nextGaussian(),
                random.nextBoolean() ? null : random.nextFloat(),
                random.nextBoolean(),
                random.nextBoolean() ? "NEW" : "SENT",
                random.nextBoolean() ? null : "c" + random.nextInt()
            };

            assertThat(read(reader, COLUMNS, write(writer, COLUMNS, row))).containsExactly(Arrays.asList(row));
        }
    }

    @Test
    void readsASchemaFromAFile() throws Exception {
        Path file = folder.resolve("order.avsc");
        Files.writeString(file, ORDER);
        Schema schema = Schema.of(new Column("id", DataType.LONG), new Column("price", DataType.DOUBLE));
        byte[] message = write(sink(COLUMNS, ORDERS), COLUMNS, 1L, "a", 2, 3.5, null, true, "NEW", null);

        assertThat(read(source(schema, Map.of("schema.file", file.toString())), schema, message))
                .containsExactly(List.of(1L, 3.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(schema, Map.of("schema.file", file + "x")))
                .withMessageContaining("cannot be read");
    }

    @Test
    void fillsFieldsWithoutColumnsWithTheirDefaults() throws MappingException {
        Schema few = Schema.of(
                new Column("id", DataType.LONG),
                new Column("price", DataType.DOUBLE),
                new Column("paid", DataType.BOOL));
        byte[] message = write(sink(few, Map.of("schema", ORDER)), few, 1L, 2.0, false);

        assertThat(read(source(COLUMNS, ORDERS), COLUMNS, message))
                .containsExactly(Arrays.asList(1L, null, 7, 2.0, null, false, "NEW", null));
    }

    @Test
    void readsAnArrayOfRecordsAsRows() throws Exception {
        String schema = "{\"type\":\"array\",\"items\":" + record("n", "\"int\"") + "}";
        org.apache.avro.Schema item =
                new org.apache.avro.Schema.Parser().parse(schema).getElementType();
        GenericData.Record first = new GenericData.Record(item);
        first.put(0, 1);
        GenericData.Record second = new GenericData.Record(item);
        second.put(0, 2);
        Schema columns = one("n", DataType.INT);

        assertThat(read(source(columns, Map.of("schema", schema)), columns, written(schema, List.of(first, second))))
                .containsExactly(List.of(1), List.of(2));
    }

    @Test
    void turnsDatesAndTimestampsIntoEpochMilliseconds() throws MappingException {
        for (String logical : List.of(
                "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-nanos\"}",
                "{\"type\":\"int\",\"logicalType\":\"date\"}")) {
            Schema columns = one("at", DataType.LONG);
            Map<String, String> settings = Map.of("schema", record("at", logical));
            byte[] message = write(sink(columns, settings), columns, -86_400_000L);
            RecordedRows rows = new RecordedRows(columns);

            source(columns, Map.of("schema", record("at", logical), "timestamp", "at"))
                    .map(message, 0, message.length, rows);

            assertThat(rows.values()).as(logical).containsExactly(List.of(-86_400_000L));
            assertThat(rows.all().get(0).timestamp()).hasValue(-86_400_000L);
        }
    }

    @Test
    void readsDecimalsAsNumbersOrTexts() throws MappingException {
        String decimal = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}";
        Map<String, String> settings = Map.of("schema", record("d", decimal));
        Schema numbers = one("d", DataType.DOUBLE);
        Schema texts = one("d", DataType.STRING);

        byte[] message = write(sink(numbers, settings), numbers, -12.345);

        assertThat(read(source(texts, settings), texts, message)).containsExactly(List.of("-12.34"));
        assertThat(read(source(numbers, settings), numbers, message)).containsExactly(List.of(-12.34));
        assertThat(write(sink(texts, settings), texts, "-12.34")).isEqualTo(message);
        assertThatIllegalArgumentException().isThrownBy(() -> write(sink(texts, settings), texts, "much"));
    }

    @Test
    void keepsArraysMapsRecordsAndBytesInObjectColumns() throws MappingException {
        String tags = "{\"type\":\"array\",\"items\":[\"null\",\"string\",\"long\"]}";
        String counts = "{\"type\":\"map\",\"values\":\"int\"}";
        for (Map.Entry<String, Object> each : Map.of(
                        tags,
                        (Object) Arrays.asList("a", null, 5L),
                        counts,
                        Map.of("x", 1),
                        record("inner", "\"double\""),
                        Map.of("inner", 1.5))
                .entrySet()) {
            Schema columns = one("o", DataType.OBJECT);
            Map<String, String> settings = Map.of(
                    "schema",
                    "{\"type\":\"record\",\"name\":\"Outer\",\"fields\":[{\"name\":\"o\",\"type\":" + each.getKey()
                            + "}]}");

            byte[] message = write(sink(columns, settings), columns, each.getValue());

            assertThat(read(source(columns, settings), columns, message)).containsExactly(List.of(each.getValue()));
        }
        Schema columns = one("o", DataType.OBJECT);
        Map<String, String> bytes = Map.of("schema", record("o", "\"bytes\""));
        Object read = read(source(columns, bytes), columns, write(sink(columns, bytes), columns, new byte[] {1, 2}))
                .get(0)
                .get(0);
        assertThat((byte[]) read).containsExactly(1, 2);
    }

    @Test
    void saysWhichFieldDoesNotFit() throws MappingException {
        Map<String, String> settings = Map.of("schema", record("n", "\"long\""));
        Schema large = one("n", DataType.LONG);
        Schema small = one("n", DataType.INT);
        byte[] message = write(sink(large, settings), large, 3_000_000_000L);

        MappingException failure = failure(source(small, settings), small, message);

        assertThat(failure).hasMessage("3000000000 is no INT");
        assertThat(failure.place()).isEqualTo("n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(sink(large, settings), large, (Object) null))
                .withMessage("n: null does not fit long");
        Map<String, String> ints = Map.of("schema", record("n", "\"int\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(sink(large, ints), large, 3_000_000_000L))
                .withMessageContaining("does not fit int");
    }

    @Test
    void saysAtWhichByteAMessageBreaks() {
        Schema columns = one("s", DataType.STRING);
        SourceMapper mapper = source(columns, Map.of("schema", record("s", "\"string\"")));

        MappingException tooShort = failure(mapper, columns, new byte[] {20, 'a'});
        MappingException tooLong = failure(mapper, columns, new byte[] {2, 'a', 'b'});

        assertThat(tooShort).hasMessageContaining("ends within a value");
        assertThat(tooShort.place()).isEqualTo("byte 1");
        assertThat(tooLong).hasMessageContaining("1 bytes stand behind");
        assertThat(tooLong.place()).isEqualTo("byte 2");
    }

    @Test
    void refusesSettingsThatLeadNowhere() {
        Schema id = one("id", DataType.LONG);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(id, Map.of()))
                .withMessageContaining("say schema");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(id, Map.of("schema", "{")))
                .withMessageContaining("no schema of Avro");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(id, Map.of("schema", ORDER, "schema.file", "x")))
                .withMessageContaining("exclude");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(one("colour", DataType.STRING), Map.of("schema", ORDER)))
                .withMessage("the schema has no field colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(id, Map.of("schema", ORDER, "mapping.other", "id")))
                .withMessageContaining("names no column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(id, Map.of("schema", ORDER, "id.header", "true")))
                .withMessageContaining("registry");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink(id, Map.of("schema", ORDER)))
                .withMessageContaining("price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink(one("o", DataType.OBJECT), Map.of()))
                .withMessageContaining("OBJECT");
        Schema two = Schema.of(new Column("id", DataType.LONG), new Column("other", DataType.LONG));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink(two, Map.of("schema", record("id", "\"long\""), "mapping.other", "id")))
                .withMessageContaining("two columns");
    }

    @Test
    void readsRecordsInsideOfThemselvesWithoutEnd() {
        String list = """
                {"type": "record", "name": "Node", "fields": [{"name": "next", "type": ["null", "Node"]}]}""";
        Schema columns = one("next", DataType.OBJECT);
        byte[] deep = new byte[5_000_000];
        Arrays.fill(deep, (byte) 2);

        MappingException failure = failure(source(columns, Map.of("schema", list)), columns, deep);

        assertThat(failure).hasMessageContaining("StackOverflowError");
    }

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        String schema = """
                {"type": "record", "name": "All", "fields": [
                  {"name": "s", "type": "string"}, {"name": "u", "type": ["null", "int", "string"]},
                  {"name": "a", "type": {"type": "array", "items": "double"}},
                  {"name": "m", "type": {"type": "map", "values": ["null", "long"]}},
                  {"name": "b", "type": "bytes"}, {"name": "f", "type": {"type": "fixed", "name": "F", "size": 3}},
                  {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["X", "Y"]}}]}""";
        Schema columns = Schema.of(
                new Column("s", DataType.STRING),
                new Column("u", DataType.OBJECT),
                new Column("a", DataType.OBJECT),
                new Column("m", DataType.OBJECT),
                new Column("b", DataType.OBJECT),
                new Column("f", DataType.OBJECT),
                new Column("e", DataType.STRING));
        Map<String, String> settings = Map.of("schema", schema);
        byte[] good = write(
                sink(columns, settings),
                columns,
                "K\u00f6ln",
                5,
                List.of(1.0, 2.0),
                Map.of("k", 9L),
                new byte[] {1, 2, 3},
                new byte[] {4, 5, 6},
                "Y");
        SourceMapper mapper = source(columns, settings);
        Random random = new Random(27_182_818L);
        int failed = 0;
        int tries = 30_000;
        for (int i = 0; i < tries; i++) {
            byte[] bytes = BrokenMessage.of(good, random);
            RecordedRows out = new RecordedRows(columns);
            try {
                mapper.map(bytes, 0, bytes.length, out);
            } catch (MappingException e) {
                failed++;
                assertThat(e.place()).isNotEmpty();
            }
            assertThat(out.isOpen()).isFalse();
        }
        assertThat(failed).isBetween(tries / 10, tries);
    }

    @Test
    void believesNoLengthBeyondTheEndOfTheMessage() {
        for (String type : List.of("\"bytes\"", "\"string\"", "{\"type\":\"array\",\"items\":\"long\"}")) {
            Schema columns = one("v", DataType.OBJECT);
            byte[] claims =
                    ByteBuffer.allocate(5).put(new byte[] {-2, -1, -1, -1, 15}).array();

            MappingException failure = failure(source(columns, Map.of("schema", record("v", type))), columns, claims);

            assertThat(failure).as(type).hasMessageContaining("EOFException");
        }
    }
}
