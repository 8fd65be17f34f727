package eventflux.ext.file;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.TimeSource;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.connector.RecordedPlace;
import eventflux.testkit.connector.SourcePlaceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FileSourcePlaceTest extends SourcePlaceContract {

    private static final Schema SCHEMA = Schema.of(new Column("s", DataType.STRING));
    private static final Map<String, String> FOLLOWED = Map.of("follow", "true");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("in.txt");
    }

    @Override
    protected Schema schema() {
        return SCHEMA;
    }

    @Override
    protected Source source(TimeSource time) {
        return source(FOLLOWED);
    }

    private Source source(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("path", path().toString());
        return new FileSourceFactory().create(EndpointFixture.mapped(FileSourceFactory.class, SCHEMA, settings));
    }

    @Override
    protected void append(int from, int to) throws IOException {
        write(lines(from, to));
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private void write(String text) throws IOException {
        Files.writeString(path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Reads so many lines and stops; the last place. */
    private String read(Source source, int count, List<String> seen) throws IOException {
        RecordedOutput out = new RecordedOutput(SCHEMA);
        out.askPlaces(source);
        source.start(out);
        out.awaitMessages(count);
        out.awaitFlushes(1);
        source.stop();
        seen.addAll(out.texts());
        List<RecordedPlace> places = out.places();
        return places.get(places.size() - 1).text();
    }

    private List<String> goOn(Map<String, String> settings, String place, int count) throws IOException {
        Source source = source(settings);
        source.resume(place);
        List<String> seen = new ArrayList<>();
        read(source, count, seen);
        return seen;
    }

    private String readFirst(Map<String, String> settings, int count) throws IOException {
        return read(source(settings), count, new ArrayList<>());
    }

    @Test
    void readsTheRestOfAFileThatWasMovedAwayMeanwhile() throws IOException {
        write("a\nb\n");
        String place = readFirst(FOLLOWED, 2);
        write("c\nd");
        Files.move(path(), folder.resolve("in.txt.1"));
        write("e\n");

        assertThat(goOn(FOLLOWED, place, 3)).containsExactly("c", "d", "e");
    }

    @Test
    void readsAnotherFileAtThePathFromItsBeginning() throws IOException {
        write("a\nb\n");
        String place = readFirst(FOLLOWED, 2);
        Files.delete(path());
        write("a\nb\nc\n");
        Files.writeString(folder.resolve("unrelated"), "x\n");
        assertThat(goOn(FOLLOWED, place, 1)).first().isIn("a", "c");

        Files.writeString(path(), "other\nlines\nhere\n");
        assertThat(goOn(FOLLOWED, place, 3)).containsExactly("other", "lines", "here");
    }

    @Test
    void readsAFileThatWasCutShortFromItsBeginning() throws IOException {
        write("a\nb\n");
        String place = readFirst(FOLLOWED, 2);
        Files.writeString(path(), "c\n");

        assertThat(goOn(FOLLOWED, place, 1)).containsExactly("c");
    }

    @Test
    void takesACopyForTheFileWhenItBeginsLikeIt() throws IOException {
        write(lines(0, 500));
        String place = readFirst(FOLLOWED, 500);
        Files.copy(path(), folder.resolve("copy"));
        Files.move(folder.resolve("copy"), path(), StandardCopyOption.REPLACE_EXISTING);
        write(lines(500, 502));

        assertThat(goOn(FOLLOWED, place, 2)).containsExactly("line 500", "line 501");
    }

    @Test
    void doesNotMissWhatIsWrittenAfterItBeganAtTheEnd() throws IOException {
        write("a\nb");
        Source source = source(Map.of("start.position", "end"));
        RecordedOutput out = new RecordedOutput(SCHEMA);
        out.askPlaces(source);
        source.start(out);
        out.awaitFlushes(1);
        source.stop();
        write("b\nc\n");

        assertThat(goOn(Map.of("start.position", "end"), out.places().get(0).text(), 1))
                .containsExactly("c");
    }

    @Test
    void aReplayThatIsAtItsEndReadsWhatWasAdded() throws IOException {
        write("a\nb\n");
        String place = readFirst(Map.of(), 2);
        Source again = source(Map.of());
        again.resume(place);
        RecordedOutput out = new RecordedOutput(SCHEMA);
        again.start(out);
        out.awaitEnd();
        again.stop();
        assertThat(out.texts()).isEmpty();

        write("c\n");

        assertThat(goOn(Map.of(), place, 1)).containsExactly("c");
    }

    @Test
    void linesAtTheBeginningAreSkippedOnce() throws IOException {
        Map<String, String> settings = Map.of("follow", "true", "skip.lines", "2");
        write("# 1\n# 2\na\n");
        String place = readFirst(settings, 1);
        write("b\nc\n");

        assertThat(goOn(settings, place, 2)).containsExactly("b", "c");
    }

    @Test
    void aDocumentIsNotReadAgain() throws IOException {
        Map<String, String> whole = Map.of("framing", "whole");
        write("one");
        String place = readFirst(whole, 1);
        Source again = source(whole);
        again.resume(place);
        RecordedOutput out = new RecordedOutput(SCHEMA);
        again.start(out);
        out.awaitEnd();
        assertThat(out.texts()).isEmpty();

        write(" and two");

        assertThat(goOn(whole, place, 1)).containsExactly("one and two");
    }

    @Test
    void aPlaceInAnotherFileIsPassedOver() throws IOException {
        write("a\n");
        String place = readFirst(FOLLOWED, 1).replace("in.txt", "elsewhere.txt");

        assertThat(goOn(FOLLOWED, place, 1)).containsExactly("a");
    }
}
