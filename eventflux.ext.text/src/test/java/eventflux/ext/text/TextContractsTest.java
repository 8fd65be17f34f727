package eventflux.ext.text;

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

class TextContractsTest {

    private static final Schema ROWS = Schema.of(new Column("n", DataType.LONG), new Column("word", DataType.STRING));
    private static final Schema WORD = Schema.of(new Column("word", DataType.STRING));

    @Nested
    class OfTexts extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new TextSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(
                    MessageCase.of("n:1,\nword:\"one\"", 1L, "one"),
                    MessageCase.of("word:\"ä,\\\"\",\nn:-2", -2L, "ä,\""));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of("n:1".getBytes(UTF_8), "n:x,\nword:\"a\"".getBytes(UTF_8), new byte[] {(byte) 0xff});
        }
    }

    @Nested
    class ToTexts extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new TextSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(
                    MessageCase.of("n:1,\nword:\"o\\\"ne\"", 1L, "o\"ne"),
                    MessageCase.of("n:-2,\nword:\"ä\"", -2L, "ä"));
        }
    }

    @Nested
    class OfPairs extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new KeyValueSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(MessageCase.of("n=1,word=one", 1L, "one"), MessageCase.of("word=\"ä,b\",n=-2", -2L, "ä,b"));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of("n=x,word=one".getBytes(UTF_8), new byte[] {(byte) 0xff});
        }
    }

    @Nested
    class ToPairs extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new KeyValueSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return ROWS;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(MessageCase.of("n=1,word=\"one\"", 1L, "one"), MessageCase.of("n=-2,word=\"ä\"", -2L, "ä"));
        }
    }

    @Nested
    class OfBytes extends SourceMapperContract {

        @Override
        protected SourceMapperFactory factory() {
            return new BytesSourceMapperFactory();
        }

        @Override
        protected Schema schema() {
            return WORD;
        }

        @Override
        protected List<MessageCase> readable() {
            return List.of(MessageCase.of("one", "one"), MessageCase.of("ä", "ä"));
        }

        @Override
        protected List<byte[]> unreadable() {
            return List.of();
        }
    }

    @Nested
    class ToBytes extends SinkMapperContract {

        @Override
        protected SinkMapperFactory factory() {
            return new BytesSinkMapperFactory();
        }

        @Override
        protected Schema schema() {
            return WORD;
        }

        @Override
        protected List<MessageCase> cases() {
            return List.of(MessageCase.of("one", "one"), MessageCase.of("ä", "ä"));
        }
    }
}
