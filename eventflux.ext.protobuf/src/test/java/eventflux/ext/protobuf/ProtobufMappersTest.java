package eventflux.ext.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MessageOptions;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtobufMappersTest {

    private static final Schema ALL = Schema.of(
            new Column("id", DataType.LONG),
            new Column("name", DataType.STRING),
            new Column("count", DataType.INT),
            new Column("price", DataType.DOUBLE),
            new Column("weight", DataType.FLOAT),
            new Column("paid", DataType.BOOL),
            new Column("state", DataType.STRING),
            new Column("city", DataType.STRING));

    @TempDir
    private Path folder;

    private Path file;

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    @BeforeEach
    void writeDescriptors() throws IOException {
        FileDescriptorProto parts = FileDescriptorProto.newBuilder()
                .setName("parts.proto")
                .setPackage("shop")
                .addMessageType(
                        DescriptorProto.newBuilder().setName("Address").addField(field("city", 1, Type.TYPE_STRING)))
                .addEnumType(EnumDescriptorProto.newBuilder()
                        .setName("State")
                        .addValue(EnumValueDescriptorProto.newBuilder()
                                .setName("NEW")
                                .setNumber(0))
                        .addValue(EnumValueDescriptorProto.newBuilder()
                                .setName("SENT")
                                .setNumber(1)))
                .build();
        FileDescriptorProto order = FileDescriptorProto.newBuilder()
                .setName("order.proto")
                .setPackage("shop")
                .addDependency("parts.proto")
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Order")
                        .addField(field("id", 1, Type.TYPE_UINT32))
                        .addField(field("name", 2, Type.TYPE_STRING))
                        .addField(field("count", 3, Type.TYPE_SINT32))
                        .addField(field("price", 4, Type.TYPE_DOUBLE))
                        .addField(field("weight", 5, Type.TYPE_FLOAT))
                        .addField(field("paid", 6, Type.TYPE_BOOL))
                        .addField(field("state", 7, Type.TYPE_ENUM).setTypeName(".shop.State"))
                        .addField(field("address", 8, Type.TYPE_MESSAGE).setTypeName(".shop.Address"))
                        .addField(field("large", 9, Type.TYPE_UINT64))
                        .addField(field("tags", 10, Type.TYPE_STRING).setLabel(Label.LABEL_REPEATED))
                        .addField(field("photo", 11, Type.TYPE_BYTES))
                        .addField(field("stops", 12, Type.TYPE_MESSAGE)
                                .setTypeName(".shop.Address")
                                .setLabel(Label.LABEL_REPEATED))
                        .addField(field("counts", 13, Type.TYPE_MESSAGE)
                                .setTypeName(".shop.Order.CountsEntry")
                                .setLabel(Label.LABEL_REPEATED))
                        .addNestedType(DescriptorProto.newBuilder()
                                .setName("CountsEntry")
                                .setOptions(MessageOptions.newBuilder().setMapEntry(true))
                                .addField(field("key", 1, Type.TYPE_STRING))
                                .addField(field("value", 2, Type.TYPE_INT32))))
                .build();
        file = folder.resolve("shop.desc");
        FileDescriptorSet set =
                FileDescriptorSet.newBuilder().addFile(order).addFile(parts).build();
        Files.write(file, set.toByteArray());
    }

    private Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("descriptor", file.toString());
        settings.put("message", "shop.Order");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private SourceMapper source(Schema schema, String... more) {
        return new ProtobufSourceMapperFactory()
                .create(EndpointFixture.mapped(ProtobufSourceMapperFactory.class, schema, settings(more)));
    }

    private SinkMapper sink(Schema schema, String... more) {
        return new ProtobufSinkMapperFactory()
                .create(EndpointFixture.mapped(ProtobufSinkMapperFactory.class, schema, settings(more)));
    }

    private static byte[] write(SinkMapper mapper, Schema schema, Object... values) {
        PayloadBuffer out = new PayloadBuffer();
        mapper.map(HeapRow.of(schema, 0, 0, values), out);
        return Arrays.copyOf(out.array(), out.length());
    }

    private static List<List<Object>> read(SourceMapper mapper, Schema schema, byte[] message) throws MappingException {
        RecordedRows rows = new RecordedRows(schema);
        mapper.map(message, 0, message.length, rows);
        return rows.values();
    }

    @Test
    void writesTheBytesThatTheFormatPrescribes() {
        Schema schema = Schema.of(new Column("id", DataType.LONG), new Column("name", DataType.STRING));

        assertThat(write(sink(schema), schema, 150L, "hi")).containsExactly(0x08, 0x96, 0x01, 0x12, 0x02, 'h', 'i');
        assertThat(write(sink(schema), schema, null, null)).isEmpty();
    }

    @Test
    void readsWhatItWrites() throws MappingException {
        Random random = new Random(5);
        SourceMapper reader = source(ALL, "mapping.city", "address.city");
        SinkMapper writer = sink(ALL, "mapping.city", "address.city");
        for (int i = 0; i < 2_000; i++) {
            Object[] row = {
                random.nextLong() >>> 32,
                "n\u00e9" + random.nextInt(),
                random.nextInt(),
                random.nextGaussian(),
                random.nextFloat(),
                random.nextBoolean(),
                random.nextBoolean() ? "NEW" : "SENT",
                "c" + random.nextInt()
            };
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(4) == 0 ? null : row[column];
            }

            assertThat(read(reader, ALL, write(writer, ALL, row))).containsExactly(Arrays.asList(row));
        }
    }

    @Test
    void keepsManyValuesMapsMessagesAndBytesInObjectColumns() throws MappingException {
        Map<String, Object> each = Map.of(
                "tags", List.of("a", "b"),
                "counts", Map.of("x", 1, "y", -2),
                "stops", List.of(Map.of("city", "Bonn"), Map.of()),
                "address", Map.of("city", "Jena"),
                "name", "n",
                "large", 5L);
        for (Map.Entry<String, Object> field : each.entrySet()) {
            Schema schema = Schema.of(new Column(field.getKey(), DataType.OBJECT));

            byte[] message = write(sink(schema), schema, field.getValue());

            assertThat(read(source(schema), schema, message)).containsExactly(List.of(field.getValue()));
        }
        Schema photo = Schema.of(new Column("photo", DataType.OBJECT));
        Object read = read(source(photo), photo, write(sink(photo), photo, new byte[] {1, 2}))
                .get(0)
                .get(0);
        assertThat((byte[]) read).containsExactly(1, 2);
        Schema tags = Schema.of(new Column("tags", DataType.OBJECT));
        assertThat(read(source(tags), tags, new byte[0])).containsExactly(List.of(List.of()));
    }

    @Test
    void refusesObjectsThatDoNotFit() {
        Map<String, Object> each = Map.of(
                "tags",
                List.of(5),
                "counts",
                List.of("x"),
                "stops",
                List.of(Map.of("street", "x")),
                "photo",
                "text",
                "count",
                "text",
                "large",
                1.5);
        each.forEach((name, value) -> {
            Schema schema = Schema.of(new Column(name, DataType.OBJECT));

            assertThatIllegalArgumentException().as(name).isThrownBy(() -> write(sink(schema), schema, value));
        });
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        Schema small = Schema.of(new Column("id", DataType.INT));
        Schema large = Schema.of(new Column("id", DataType.LONG));
        Schema unsigned = Schema.of(new Column("large", DataType.LONG));

        assertThatThrownBy(() -> read(source(small), small, write(sink(large), large, 4_000_000_000L)))
                .isInstanceOf(MappingException.class)
                .hasMessage("4000000000 is no INT");
        assertThatIllegalArgumentException().isThrownBy(() -> write(sink(large), large, 5_000_000_000L));
        assertThatIllegalArgumentException().isThrownBy(() -> write(sink(large), large, -1L));
        assertThatIllegalArgumentException().isThrownBy(() -> write(sink(unsigned), unsigned, -1L));
        assertThatThrownBy(() ->
                        read(source(unsigned), unsigned, new byte[] {0x48, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}))
                .hasMessage("18446744073709551615 is no LONG");
    }

    @Test
    void readsEnumsAsNamesOrNumbers() throws MappingException {
        Schema names = Schema.of(new Column("state", DataType.STRING));
        Schema numbers = Schema.of(new Column("state", DataType.INT));

        assertThat(read(source(numbers), numbers, write(sink(names), names, "SENT")))
                .containsExactly(List.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> write(sink(names), names, "LOST"));
    }

    @Test
    void takesTheTimeOfTheEventFromAColumn() throws MappingException {
        Schema schema = Schema.of(new Column("id", DataType.LONG));
        RecordedRows rows = new RecordedRows(schema);
        byte[] message = write(sink(schema), schema, 77L);

        source(schema, "timestamp", "id").map(message, 0, message.length, rows);

        assertThat(rows.all().get(0).timestamp()).hasValue(77);
    }

    @Test
    void refusesWhatTheDescriptorsDoNotHave() {
        Schema unknown = Schema.of(new Column("colour", DataType.STRING));
        Schema repeated = Schema.of(new Column("tags", DataType.STRING));
        Schema mistyped = Schema.of(new Column("name", DataType.INT));
        Schema name = Schema.of(new Column("name", DataType.STRING));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(unknown))
                .withMessageContaining("has no field colour");
        assertThatIllegalArgumentException().isThrownBy(() -> source(repeated)).withMessageContaining("is repeated");
        assertThatIllegalArgumentException().isThrownBy(() -> source(mistyped)).withMessageContaining("is string");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(name, "message", "shop.Nothing"))
                .withMessageContaining("shop.Order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(
                        name, "descriptor", folder.resolve("nothing.desc").toString()))
                .withMessageContaining("cannot be read");
    }

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        Random random = new Random(27_182_818L);
        SourceMapper mapper = source(ALL, "mapping.city", "address.city");
        byte[] good = write(
                sink(ALL, "mapping.city", "address.city"), ALL, 7L, "K\u00f6ln", -7, 1.5, 0.5f, true, "SENT", "Bonn");
        int failed = 0;
        int tries = 30_000;
        for (int i = 0; i < tries; i++) {
            byte[] bytes = good.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            RecordedRows out = new RecordedRows(ALL);
            try {
                mapper.map(bytes, 0, length, out);
            } catch (MappingException e) {
                failed++;
                assertThat(e.place()).isNotEmpty();
                if (out.isOpen()) {
                    out.abort();
                }
            }
        }
        assertThat(failed).isBetween(tries / 10, tries);
    }
}
