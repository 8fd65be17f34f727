package eventflux.ext.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.sink.SinkContract;
import eventflux.testkit.source.SourceContract;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FileContractsTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("lines.txt");
    }

    /** A file that is followed, looked at again after each half second. */
    @Nested
    class FollowedSource extends SourceContract {

        private final VirtualTime time = new VirtualTime(0);

        @Override
        protected SourceFactory factory() {
            return new FileSourceFactory();
        }

        @Override
        protected Schema schema() {
            return SCHEMA;
        }

        @Override
        protected Source source() throws IOException {
            Files.writeString(file(), "");
            Map<String, String> settings = Map.of("path", file().toString(), "follow", "true");
            return factory()
                    .create(EndpointFixture.mapped(FileSourceFactory.class, SCHEMA, settings)
                            .at(time));
        }

        @Override
        protected void bring() throws Exception {
            Files.writeString(file(), "line\n", StandardOpenOption.APPEND);
            time.awaitWaiter();
            time.advance(500);
        }
    }

    @Nested
    class LineSink extends SinkContract {

        @Override
        protected SinkFactory factory() {
            return new FileSinkFactory();
        }

        @Override
        protected Sink sink() {
            return factory()
                    .create(EndpointFixture.mapped(FileSinkFactory.class, SCHEMA, Map.of("path", file().toString())));
        }

        @Override
        protected void publish(Sink sink, int number) throws IOException {
            byte[] line = Integer.toString(number).getBytes(UTF_8);
            ((MessageSink) sink).publish(line, 0, line.length);
        }

        @Override
        protected List<Integer> outside() throws IOException {
            return Files.readAllLines(file()).stream().map(Integer::valueOf).toList();
        }
    }
}
