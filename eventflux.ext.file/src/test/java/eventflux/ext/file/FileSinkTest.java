package eventflux.ext.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));

    @TempDir
    private Path folder;

    private final VirtualTime time =
            new VirtualTime(Instant.parse("2021-01-01T00:00:00Z").toEpochMilli());
    private Path path;

    @BeforeEach
    void namePath() {
        path = folder.resolve("made/out.csv");
    }

    @Test
    void writesOneMessageALineAfterTheHeader() throws IOException {
        FileSink sink = started(Map.of());

        publish(sink, "a");
        publish(sink, "b");
        sink.stop();

        assertThat(path).hasContent("header\na\nb\n");
    }

    @Test
    void goesOnBehindWhatIsThereWithoutASecondHeader() throws IOException {
        FileSink first = started(Map.of());
        publish(first, "a");
        first.stop();

        FileSink second = started(Map.of());
        publish(second, "b");
        second.stop();

        assertThat(path).hasContent("header\na\nb\n");
    }

    @Test
    void emptiesTheFileWhenItDoesNotAppend() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "old\n");

        FileSink sink = started(Map.of("append", "false"));
        publish(sink, "a");
        sink.stop();

        assertThat(path).hasContent("header\na\n");
    }

    @Test
    void passesOnWhatWasWrittenWhenTheApplicationHasNothingMore() throws IOException {
        FileSink sink = started(Map.of());

        publish(sink, "a");
        assertThat(path).isEmptyFile();
        sink.flush();

        assertThat(path).hasContent("header\na\n");
        sink.stop();
    }

    @Test
    void passesOnWhenItIsAskedBeforeItsIntervalIsOver() throws IOException {
        FileSink sink = started(Map.of("flush.interval.ms", "500"));
        publish(sink, "a");

        sink.flush();

        assertThat(sink.flushAfterMillis()).isEqualTo(500);
        assertThat(path).hasContent("header\na\n");
        sink.stop();
    }

    @Test
    void beginsALineOfItsOwnBehindOneThatWasCutOff() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "header\na\nb was cu");
        FileSink sink = started(Map.of());

        publish(sink, "b");
        sink.stop();

        assertThat(path).hasContent("header\na\nb was cu\nb\n");
    }

    @Test
    void rollsTheFileAwayBeforeItGrowsBeyondItsSize() throws IOException {
        FileSink sink = started(Map.of("rotate.size.bytes", "12"));

        publish(sink, "aa");
        publish(sink, "b");
        publish(sink, "longer than the limit");
        publish(sink, "c");
        sink.stop();

        assertThat(path).hasContent("header\nc\n");
        assertThat(names())
                .containsExactly("out.csv", "out.csv.20210101T000000.000Z", "out.csv.20210101T000000.000Z-1");
        assertThat(path.resolveSibling("out.csv.20210101T000000.000Z")).hasContent("header\naa\nb\n");
        assertThat(path.resolveSibling("out.csv.20210101T000000.000Z-1")).hasContent("header\nlonger than the limit\n");
    }

    @Test
    void rollsTheFileAwayAfterItsTime() throws IOException {
        FileSink sink = started(Map.of("rotate.interval.ms", "1 min"));

        publish(sink, "a");
        time.advance(60_000);
        publish(sink, "b");
        sink.stop();

        assertThat(path).hasContent("header\nb\n");
        assertThat(path.resolveSibling("out.csv.20210101T000100.000Z")).hasContent("header\na\n");
    }

    @Test
    void compressesWhatWasRolledAway() throws IOException {
        FileSink sink = started(Map.of("rotate.size.bytes", "9", "rotate.compression", "gzip"));

        publish(sink, "a");
        publish(sink, "b");
        publish(sink, "c");
        sink.stop();

        assertThat(names())
                .containsExactly("out.csv", "out.csv.20210101T000000.000Z-1.gz", "out.csv.20210101T000000.000Z.gz");
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(path.resolveSibling("out.csv.20210101T000000.000Z.gz")))) {
            assertThat(in).hasContent("header\na\n");
        }
    }

    @Test
    void canBeStartedAgain() throws IOException {
        FileSink sink = started(Map.of());
        publish(sink, "a");
        sink.stop();
        sink.stop();

        sink.start();
        publish(sink, "b");
        sink.stop();

        assertThat(path).hasContent("header\na\nb\n");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        for (Map<String, String> settings : List.of(
                Map.of("rotate.compression", "zstd"),
                Map.of("rotate.size.bytes", "-1"),
                Map.of("flush.interval.ms", "soon"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> started(settings));
        }
    }

    @Test
    void needsAMapper() {
        EndpointFixture unmapped =
                EndpointFixture.unmapped(FileSinkFactory.class, SCHEMA, Map.of("path", path.toString()));

        assertThatIllegalArgumentException().isThrownBy(() -> new FileSinkFactory().create(unmapped));
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SinkFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(FileSinkFactory.class);
    }

    private FileSink started(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("path", path.toString());
        FileSink sink = (FileSink) new FileSinkFactory()
                .create(EndpointFixture.mapped(FileSinkFactory.class, SCHEMA, all)
                        .at(time));
        sink.start();
        sink.header("header".getBytes(UTF_8), 0, 6);
        return sink;
    }

    private static void publish(FileSink sink, String text) throws IOException {
        byte[] bytes = ("#" + text).getBytes(UTF_8);
        sink.publish(bytes, 1, bytes.length - 1);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
