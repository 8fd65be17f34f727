package eventflux.ext.xml;

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

class XmlContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));

    @Nested
    class OfSources extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new XmlSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(
                    MessageCase.of("<events><event><n>1</n><word>one</word></event></events>", 1L, "one"),
                    MessageCase.of("<events><event><word>&lt;ä</word></event></events>", null, "<ä"),
                    new MessageCase(
                            "<events><event><n>1</n></event><event><n>2</n></event></events>".getBytes(UTF_8),
                            List.of(MessageCase.row(1L, null), MessageCase.row(2L, null))));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of(
                    "<events><event>".getBytes(UTF_8), "<events><event><n>x</n></event></events>".getBytes(UTF_8));
        }
    }

    @Nested
    class OfSinks extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new XmlSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(
                    MessageCase.of("<events><event><n>1</n><word>&lt;ä</word></event></events>", 1L, "<ä"),
                    MessageCase.of("<events><event><n>-2</n></event></events>", -2L, null));
        }
    }
}
