package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.operator.Pipeline;
import eventflux.core.operator.PipelineTime;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.eventtime.EventTime;
import eventflux.core.operator.eventtime.TimeBounds;
import eventflux.core.operator.eventtime.TimedStream;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.time.AppClock;
import eventflux.core.time.SetTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two streams {@code (ts long, n int)}; rows that are late are noted. */
class EventDriveTest {

    private static final int DELAY = 50;

    private final SetTime time = new SetTime(1_000);
    private final RowSheet sheet = new RowSheet(RowSheet.schema("ts long", "n int"));
    private final RowLayout layout = sheet.layout();
    private final StreamJunction a = new StreamJunction("A", layout, false);
    private final StreamJunction b = new StreamJunction("B", layout, false);
    private final AppClock clock = new AppClock(now -> {});
    private final RecordStore records = new RecordStore();
    private final List<String> seen = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final EventDrive drive = drive();

    private EventDrive drive() {
        EventTime events = new EventTime(List.of(timed(a, 0), timed(b, 10_000)));
        records.create();
        a.observe(run -> seen.add("a" + sheet.texts(run)));
        b.observe(run -> seen.add("b" + sheet.texts(run)));
        EventDrive made = new EventDrive(
                new Pipeline(
                        Map.of("A", a, "B", b),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        new SymbolTable(),
                        new PipelineTime(clock, true, Optional.empty(), Optional.of(events)),
                        List.of()),
                time);
        made.begin();
        return made;
    }

    private TimedStream timed(StreamJunction junction, long idleMillis) {
        RecordPart part = new RecordPart(junction.name(), records);
        return new TimedStream(
                junction,
                new TimeBounds(0, DELAY, 0, idleMillis),
                new TimedStream.State(
                        part.state(new RowArena(), junction.name(), layout, sheet.symbols()), sheet.symbols()),
                (where, row, cause) -> late.add(row.toString()),
                (where, row, cause) -> late.add("timeless"));
    }

    private void send(StreamJunction junction, Object ts, int number) {
        sheet.batch().clear();
        sheet.add(0, ts, number);
        drive.turn(junction, new RowRun().wrap(sheet.batch()));
    }

    @Test
    void putsRowsOfTwoStreamsInOneOrderAsAModelDoes() {
        SplittableRandom random = new SplittableRandom(11);
        List<Object[]> model = new ArrayList<>();
        List<String> modelLate = new ArrayList<>();
        long[] highest = {Long.MIN_VALUE, Long.MIN_VALUE};
        for (int i = 0; i < 5_000; i++) {
            int stream = random.nextInt(2);
            long ts = 1_000 + i + random.nextInt(2 * DELAY);
            long reached = watermark(highest);
            if (ts < reached) {
                modelLate.add("@" + ts + "[" + ts + ", " + i + "]");
            } else {
                model.add(new Object[] {ts, stream, i});
                highest[stream] = Math.max(highest[stream], ts);
            }
            send(stream == 0 ? a : b, ts, i);
        }
        drive.endOfInput();

        List<String> expected = model.stream()
                .sorted(Comparator.<Object[]>comparingLong(row -> (long) row[0])
                        .thenComparingInt(row -> (int) row[1])
                        .thenComparingInt(row -> (int) row[2]))
                .map(row -> (((int) row[1]) == 0 ? "a" : "b") + "[@" + row[0] + "[" + row[0] + ", " + row[2] + "]]")
                .toList();
        assertThat(late).isEqualTo(modelLate).isNotEmpty();
        assertThat(seen).hasSameElementsAs(expected);
        assertThat(seen.stream().map(EventDriveTest::time)).isSorted();
        assertThat(clock.now()).isEqualTo(Math.max(highest[0], highest[1]));
    }

    private static long watermark(long[] highest) {
        long slowest = Math.min(highest[0], highest[1]);
        return slowest == Long.MIN_VALUE ? slowest : slowest - DELAY;
    }

    private static Long time(String row) {
        return Long.valueOf(row.substring(row.indexOf('@') + 1, row.indexOf('[', 2)));
    }

    @Test
    void asksToBeWokenWhenAStreamWillHaveBeenIdleForTooLong() {
        send(a, 500L, 1);
        assertThat(drive.nextWake()).isEqualTo(11_000);

        time.set(11_000);
        drive.onWake();

        assertThat(clock.now()).isEqualTo(450);
        assertThat(drive.nextWake()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void letsAllRowsGoWhenTheInputEnds() {
        send(a, 500L, 1);
        send(b, 400L, 2);
        send(b, 449L, 3);
        assertThat(seen).isEmpty();

        drive.endOfInput();

        assertThat(seen).containsExactly("b[@400[400, 2]]", "b[@449[449, 3]]", "a[@500[500, 1]]");
        assertThat(a.received() + b.received()).isEqualTo(3);
    }

    @Test
    void handsRowsWithoutATimeToTheFailures() {
        send(a, null, 1);

        assertThat(late).containsExactly("timeless");
    }
}
