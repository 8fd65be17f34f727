package eventflux.ext.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.testkit.mapper.MessageCase;
import eventflux.testkit.mapper.SinkMapperContract;
import eventflux.testkit.mapper.SourceMapperContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class ProtobufContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeDescriptors() throws IOException {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("rows.proto")
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Row")
                        .addField(field("n", 1, Type.TYPE_SINT64))
                        .addField(field("word", 2, Type.TYPE_STRING)))
                .build();
        Files.write(
                folder.resolve("rows.desc"),
                FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
    }

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static List<MessageCase> messages() {
        return List.of(
                new MessageCase(new byte[] {8, 2, 18, 3, 'o', 'n', 'e'}, List.of(MessageCase.row(1L, "one"))),
                new MessageCase(new byte[] {8, 3}, List.of(MessageCase.row(-2L, null))));
    }

    @Nested
    class OfSources extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new ProtobufSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("descriptor", folder.resolve("rows.desc").toString(), "message", "Row");
        }

        @Override
        protected List<MessageCase> readable() {
            return messages();
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of(new byte[] {18, 5, 'o'}, new byte[] {8});
        }
    }

    @Nested
    class OfSinks extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new ProtobufSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("descriptor", folder.resolve("rows.desc").toString(), "message", "Row");
        }

        @Override
        protected List<MessageCase> cases() {
            return messages();
        }
    }
}
