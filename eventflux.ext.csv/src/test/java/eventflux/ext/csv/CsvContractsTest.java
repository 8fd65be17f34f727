package eventflux.ext.csv;

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
import java.util.Map;
import org.junit.jupiter.api.Nested;

class CsvContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));

    @Nested
    class OfSources extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new CsvSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("header", "false");
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(
                    MessageCase.of("1,one", 1L, "one"),
                    MessageCase.of("-2,\"a,b\"", -2L, "a,b"),
                    new MessageCase(
                            "1,a\n2,ä\n".getBytes(UTF_8), List.of(MessageCase.row(1L, "a"), MessageCase.row(2L, "ä"))));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of("x,one".getBytes(UTF_8), "1,\"a".getBytes(UTF_8));
        }
    }

    @Nested
    class OfSinks extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new CsvSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(MessageCase.of("1,one", 1L, "one"), MessageCase.of("-2,\"a,b\"", -2L, "a,b"));
        }
    }
}
