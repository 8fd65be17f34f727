package eventflux.ext.avro;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.testkit.mapper.MessageCase;
import eventflux.testkit.mapper.SinkMapperContract;
import eventflux.testkit.mapper.SourceMapperContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class AvroContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));
    private static final Map<String, String> SETTINGS = Map.of("schema", """
            {"type": "record", "name": "R", "fields": [
              {"name": "n", "type": "long"}, {"name": "word", "type": ["null", "string"]}]}""");

    private static List<MessageCase> messages() {
        return List.of(
                new MessageCase(new byte[] {2, 2, 6, 'o', 'n', 'e'}, List.of(MessageCase.row(1L, "one"))),
                new MessageCase(new byte[] {3, 0}, List.of(MessageCase.row(-2L, null))));
    }

    @Nested
    class OfSources extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new AvroSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected Map<String, String> settings() {
            return SETTINGS;
        }

        @Override
        protected List<MessageCase> readable() {
            return messages();
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of(new byte[] {2, 2, 6, 'o'}, new byte[] {2, 8});
        }
    }

    @Nested
    class OfSinks extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new AvroSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected Map<String, String> settings() {
            return SETTINGS;
        }

        @Override
        protected List<MessageCase> cases() {
            return messages();
        }
    }
}
