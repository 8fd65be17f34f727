package eventflux.ext.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FileSourceTest {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));
    private static final long POLL = 500;

    @TempDir
    private Path folder;

    private final RecordedOutput out = new RecordedOutput(SCHEMA);
    private final VirtualTime time = new VirtualTime(0);
    private Path path;
    private Source source;

    @BeforeEach
    void namePath() {
        path = folder.resolve("in.txt");
    }

    @AfterEach
    void stop() {
        if (source != null) {
            source.stop();
        }
    }

    @Test
    void replaysTheLinesAndEnds() throws IOException {
        Files.writeString(path, "a\r\nb\n\n  c");

        start(Map.of());
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("a", "b", "", "  c");
        assertThat(out.isEnded()).isTrue();
        assertThat(out.failure()).isEmpty();
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        Files.writeString(path, "");

        start(Map.of());
        out.awaitEnd();

        assertThat(out.texts()).isEmpty();
        assertThat(out.isEnded()).isTrue();
    }

    @Test
    void deliversLinesInBatchesAndNotOneByOne() throws IOException {
        List<String> lines =
                IntStream.range(0, 50_000).mapToObj(i -> "line " + i).toList();
        Files.write(path, lines);

        start(Map.of());
        out.awaitEnd();

        assertThat(out.texts()).isEqualTo(lines);
        assertThat(out.flushes()).isBetween(1, 20);
    }

    @Test
    void skipsLinesAtTheBeginning() throws IOException {
        Files.writeString(path, "# one\n# two\na\nb\n");

        start(Map.of("skip.lines", "2"));
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("a", "b");
    }

    @Test
    void leavesOutALineThatIsTooLongAndGoesOn() throws IOException {
        Files.writeString(path, "a\n" + "x".repeat(300_000) + "\nb\n" + "y".repeat(11) + "\n" + "z".repeat(10));

        start(Map.of("max.message.bytes", "10"));
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("a", "b", "z".repeat(10));
        assertThat(out.rejections())
                .containsExactly(
                        path + ", line 2: a line of more than max.message.bytes=10",
                        path + ", line 4: a line of more than max.message.bytes=10");
    }

    @Test
    void readsALineThatIsLongerThanItsBuffer() throws IOException {
        Files.writeString(path, "x".repeat(1_000_000) + "\na\n");

        start(Map.of());
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("x".repeat(1_000_000), "a");
    }

    @Test
    void keepsQuotedLineEndsTogether() throws IOException {
        Files.writeString(path, "a,\"x\ny \"\"z\"\"\n\",b\nc\n");

        start(Map.of("framing", "quoted"));
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("a,\"x\ny \"\"z\"\"\n\",b", "c");
    }

    @Test
    void isNotBehindADocumentThatTheApplicationRefused() throws IOException {
        Files.writeString(path, "one");
        out.close();

        start(Map.of("framing", "whole"));
        out.awaitEnd();

        assertThat(source.place()).isEmpty();
    }

    @Test
    void readsAWholeFileAsOneMessage() throws IOException {
        Files.writeString(path, "{\n}\n");

        start(Map.of("framing", "whole"));
        out.awaitEnd();

        assertThat(out.texts()).containsExactly("{\n}\n");
        assertThat(out.isEnded()).isTrue();
    }

    @Test
    void failsForADocumentThatIsTooLarge() throws IOException {
        Files.writeString(path, "12345");

        start(Map.of("framing", "whole", "max.message.bytes", "4"));
        out.awaitFailure();

        assertThat(out.failure())
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("max.message.bytes=4");
    }

    @Test
    void refusesToStartWithoutTheFile() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> start(Map.of()))
                .withMessageContaining("in.txt");
    }

    @Test
    void endsAtOnceWithoutTheFileWhenItNeedNotBeThere() throws IOException {
        start(Map.of("require.exists", "false"));
        out.awaitEnd();

        assertThat(out.isEnded()).isTrue();
        assertThat(out.texts()).isEmpty();
    }

    @Test
    void failsForAFolder() throws IOException {
        Files.createDirectory(path);

        start(Map.of());
        out.awaitFailure();

        assertThat(out.failure()).get().isInstanceOf(IOException.class);
    }

    @Test
    void followsWhatIsAppendedLineByLine() throws Exception {
        Files.writeString(path, "a\nb");
        start(Map.of("follow", "true"));
        out.awaitMessages(1);
        time.awaitWaiter();

        append("c\nd\n");
        poll();
        out.awaitMessages(3);

        assertThat(out.texts()).containsExactly("a", "bc", "d");
        assertThat(out.isEnded()).isFalse();
    }

    @Test
    void followsFromTheEndOfTheLastLine() throws Exception {
        Files.writeString(path, "old\nhalf");
        start(Map.of("start.position", "end", "skip.lines", "1"));
        time.awaitWaiter();

        append(" a line\nnew\n");
        poll();
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("new");
    }

    @Test
    void readsTheRestOfARotatedFileAndThenTheNewOne() throws Exception {
        Files.writeString(path, "a\n");
        start(Map.of("follow", "true", "skip.lines", "0"));
        out.awaitMessages(1);
        time.awaitWaiter();

        append("b\nlast");
        Files.move(path, folder.resolve("in.txt.1"));
        Files.writeString(path, "c\n");
        poll();
        out.awaitMessages(4);

        assertThat(out.texts()).containsExactly("a", "b", "last", "c");
    }

    @Test
    void waitsForTheFileThatComesInThePlaceOfARotatedOne() throws Exception {
        Files.writeString(path, "a\n");
        start(Map.of("follow", "true"));
        out.awaitMessages(1);
        time.awaitWaiter();

        Files.move(path, folder.resolve("in.txt.1"));
        poll();
        Files.writeString(path, "b\n");
        poll();
        out.awaitMessages(2);

        assertThat(out.texts()).containsExactly("a", "b");
    }

    @Test
    void beginsAgainWhenTheFileIsCutShort() throws Exception {
        Files.writeString(path, "header\na long first line\nhalf");
        start(Map.of("follow", "true", "skip.lines", "1"));
        out.awaitMessages(1);
        time.awaitWaiter();

        Files.writeString(path, "header\nb\n");
        poll();
        out.awaitMessages(2);

        assertThat(out.texts()).containsExactly("a long first line", "b");
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws Exception {
        start(Map.of("follow", "true"));
        time.awaitWaiter();

        Files.writeString(path, "a\n");
        poll();
        out.awaitMessages(1);

        assertThat(out.texts()).containsExactly("a");
    }

    @Test
    void deliversAFollowedDocumentWhenItHasChangedAndStandsStill() throws Exception {
        Files.writeString(path, "one");
        start(Map.of("framing", "whole", "follow", "true"));
        time.awaitWaiter();
        poll();
        out.awaitMessages(1);
        time.awaitWaiter();

        Files.writeString(path, "second");
        poll();
        assertThat(out.texts()).containsExactly("one");
        poll();
        out.awaitMessages(2);

        assertThat(out.texts()).containsExactly("one", "second");
    }

    @Test
    void deliversNothingAfterTheStopAndReadsAnewAfterTheNextStart() throws Exception {
        Files.writeString(path, "a\n");
        start(Map.of("follow", "true"));
        out.awaitMessages(1);
        time.awaitWaiter();

        source.stop();
        append("b\n");
        time.advance(POLL);

        assertThat(out.texts()).containsExactly("a");
        assertThat(time.waiting()).isZero();

        source.start(out);
        out.awaitMessages(3);
        assertThat(out.texts()).containsExactly("a", "a", "b");
    }

    @Test
    void stopsReadingWhenTheApplicationTakesNoMore() throws Exception {
        Files.writeString(path, "a\nb\n");
        out.close();

        start(Map.of());
        out.awaitRefusal();
        source.stop();

        assertThat(out.refused()).isEqualTo(1);
        assertThat(out.texts()).isEmpty();
        assertThat(out.isEnded()).isFalse();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        for (Map<String, String> settings : List.of(
                Map.of("framing", "words"),
                Map.of("start.position", "middle"),
                Map.of("poll.interval.ms", "0"),
                Map.of("max.message.bytes", "0"),
                Map.of("skip.lines", "-1"),
                Map.of("skip.lines", "1", "framing", "whole"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> start(settings));
        }
    }

    @Test
    void needsAMapper() {
        EndpointFixture unmapped =
                EndpointFixture.unmapped(FileSourceFactory.class, SCHEMA, Map.of("path", path.toString()));

        assertThatIllegalArgumentException().isThrownBy(() -> new FileSourceFactory().create(unmapped));
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SourceFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(FileSourceFactory.class);
    }

    private void start(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("path", path.toString());
        source = new FileSourceFactory()
                .create(EndpointFixture.mapped(FileSourceFactory.class, SCHEMA, all)
                        .at(time));
        source.start(out);
    }

    /** Lets the source look again and wait again. */
    private void poll() throws InterruptedException {
        time.advance(POLL);
        time.awaitWaiter();
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.APPEND);
    }
}
