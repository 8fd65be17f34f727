package eventflux.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eventflux.api.TimeSource;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.testkit.time.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every source must do that {@linkplain Source#place tells its place}; its test extends this. */
public abstract class SourcePlaceContract {

    private static final int ITEMS = 1000;
    private static final int MORE = 10;

    /** For tests that say what is read. */
    protected SourcePlaceContract() {}

    /** The columns of the stream. */
    protected abstract Schema schema();

    /** Makes a source over what {@link #append} writes; it does not end at the end of that. */
    protected abstract Source source(TimeSource time) throws Exception;

    /** Writes items {@code from} to {@code to - 1}, each of which is read as one message or row unlike the others. */
    protected abstract void append(int from, int to) throws Exception;

    @Test
    void goesOnBehindEveryPlaceThatItHasTold() throws Exception {
        append(0, ITEMS);
        RecordedOutput first = read(source(new VirtualTime(0)), ITEMS);
        append(ITEMS, ITEMS + MORE);

        List<RecordedPlace> places = first.places();
        assertFalse(places.isEmpty(), "no place was told");
        for (int i : new int[] {0, places.size() / 3, places.size() / 2, places.size() - 1}) {
            RecordedPlace place = places.get(i);
            Source other = resumed(place);
            RecordedOutput out = read(other, ITEMS + MORE - place.items());

            List<String> expected = first.items().subList(place.items(), ITEMS);
            assertEquals(expected, out.items().subList(0, ITEMS - place.items()), place.text());
            assertEquals(ITEMS + MORE - place.items(), out.items().size(), place.text());
        }
    }

    @Test
    void tellsItsPlaceAgainBeforeAnythingNewHasCome() throws Exception {
        append(0, MORE);
        List<RecordedPlace> places = read(source(new VirtualTime(0)), MORE).places();
        RecordedPlace last = places.get(places.size() - 1);

        Source other = resumed(last);
        RecordedOutput silent = new RecordedOutput(schema());
        silent.askPlaces(other);
        other.start(silent);
        silent.awaitFlushes(1);
        other.stop();
        String again =
                silent.places().isEmpty() ? last.text() : silent.places().get(0).text();
        append(MORE, 2 * MORE);

        assertEquals(
                MORE,
                read(resumed(new RecordedPlace(again, MORE)), MORE).items().size());
        assertEquals(List.of(), silent.items());
    }

    @Test
    void refusesWhatIsNoPlace() throws Exception {
        Source source = source(new VirtualTime(0));

        assertThrows(IllegalArgumentException.class, () -> source.resume("nowhere at all"));
    }

    private Source resumed(RecordedPlace place) throws Exception {
        Source source = source(new VirtualTime(0));
        source.resume(place.text());
        return source;
    }

    private RecordedOutput read(Source source, int count) throws Exception {
        RecordedOutput out = new RecordedOutput(schema());
        out.askPlaces(source);
        source.start(out);
        try {
            out.awaitItems(count);
            out.awaitFlushes(1);
        } finally {
            source.stop();
        }
        out.failure().ifPresent(cause -> {
            throw new AssertionError(cause);
        });
        return out;
    }
}
