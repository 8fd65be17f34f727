package eventflux.ext.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.testkit.mapper.MessageCase;
import eventflux.testkit.mapper.SinkMapperContract;
import eventflux.testkit.mapper.SourceMapperContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

class JsonContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));

    @Nested
    class OfSources extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new JsonSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(
                    MessageCase.of("{\"n\":1,\"word\":\"one\"}", 1L, "one"),
                    MessageCase.of("{\"word\":null,\"n\":-2}", -2L, null),
                    new MessageCase(
                            "[{\"n\":1,\"word\":\"a\"},{\"n\":2,\"word\":\"ä\"}]".getBytes(UTF_8),
                            List.of(MessageCase.row(1L, "a"), MessageCase.row(2L, "ä"))));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of("{\"n\":".getBytes(UTF_8), "{\"n\":\"x\",\"word\":\"a\"}".getBytes(UTF_8));
        }
    }

    @Nested
    class OfSinks extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new JsonSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(
                    MessageCase.of("{\"n\":1,\"word\":\"o\\\"ne\"}", 1L, "o\"ne"),
                    MessageCase.of("{\"n\":null,\"word\":null}", null, null));
        }
    }
}
