package eventflux.core.operator.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.time.AppClock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final List<Integer> BY_KEY = List.of(0);

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout = new RowLayout(RowSheet.schema("k string", "v int"));
    private final AppClock clock = new AppClock(now -> {});
    private final RecordStore records = new RecordStore();
    private final List<List<String>> out = new ArrayList<>();
    private long counted;

    private RateParts parts(RunReceiver next) {
        RecordPart record = new RecordPart("q/rate", records);
        StateFactory state = record.state(new RowArena(), "", layout, symbols);
        return new RateParts(record, state, clock, layout, new RowView(layout, symbols), next, false);
    }

    private RateParts noting() {
        return parts(run -> out.add(RowSheet.texts(run, layout, symbols)));
    }

    private RateEveryPeriod every(RateParts parts, Holding holding, long period) {
        return new RateEveryPeriod(parts, holding, period, new KeyedTimer(clock.timers(), records, parts.state()), 0);
    }

    private RowSheet rows(Object... keysAndValues) {
        RowSheet sheet = new RowSheet(layout, symbols);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            sheet.add(i / 2 + 1, keysAndValues[i], keysAndValues[i + 1]);
        }
        return sheet;
    }

    @Test
    void letsAllOutInRunsOfTheirNumber() {
        RateParts parts = noting();
        RateEveryEvents rate = new RateEveryEvents(parts, new HoldAll(parts.state()), 2);
        records.create();

        rate.receive(rows("a", 1, "b", 2, "c", 3, "d", 4, "e", 5).run());

        assertThat(out).containsExactly(List.of("@1[a, 1]", "@2[b, 2]"), List.of("@3[c, 3]", "@4[d, 4]"));
    }

    @Test
    void keepsTheLastOfEachGroup() {
        RateParts parts = noting();
        RateEveryEvents rate = new RateEveryEvents(parts, new HoldLast(parts.state(), BY_KEY), 3);
        records.create();

        rate.receive(rows("a", 1, "b", 2, "a", 3, "b", 4).run());
        rate.receive(rows(null, 5, null, 6).run());

        assertThat(out).containsExactly(List.of("@3[a, 3]", "@2[b, 2]"), List.of("@4[b, 4]", "@2[null, 6]"));
    }

    @Test
    void ticksFromTheBeginningAndOnlyWhileSomethingIsHeld() {
        RateParts parts = noting();
        RateEveryPeriod rate = every(parts, new HoldAll(parts.state()), 100);
        records.create();
        clock.advanceTo(1_030);
        rate.begin(1_030);

        clock.advanceTo(1_999);
        rate.receive(rows("a", 1).run());
        assertThat(clock.timers().next()).isEqualTo(2_030);
        clock.advanceTo(5_000);

        assertThat(out).containsExactly(List.of("@1[a, 1]"));
        assertThat(clock.timers().next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesARowAwayThatIsNotTheOldest() {
        RateParts parts = noting();
        RowBuilder builder = new RowBuilder(new RowBatch(layout), symbols);
        RateEveryPeriod rate = every(parts, new SnapshotOfWindow(parts.state(), builder, List.of(), List.of()), 100);
        records.create();
        clock.advanceTo(1);
        rate.receive(rows("a", 1, "b", 2, "c", 3).run());
        RowSheet leaving = rows("b", 2);
        UnsafeApi.putInt(leaving.batch().begin() + RowLayout.FLAGS_OFFSET, RowLayout.EXPIRED_FLAG);

        rate.receive(leaving.run());
        clock.advanceTo(101);

        assertThat(out).containsExactly(List.of("@1[a, 1]", "@3[c, 3]"));
    }

    @Test
    void forgetsGroupsWhoseSilenceIsOver() {
        RateParts parts = noting();
        FirstOfPeriod rate = new FirstOfPeriod(parts, BY_KEY, 10);
        records.create();
        for (int i = 0; i < 1_000; i++) {
            clock.advanceTo(i);
            rate.receive(rows("key" + i, i, "key" + i, -1).run());
        }

        assertThat(out).hasSize(1_000).allSatisfy(step -> assertThat(step).hasSize(1));
    }

    @Test
    void allocatesNothingForARow() {
        RunReceiver next = run -> counted += run.count();
        List<RunReceiver> rates = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RecordPart record = new RecordPart("q" + i, records);
            StateFactory state = record.state(new RowArena(), i + ".", layout, symbols);
            RateParts parts = new RateParts(record, state, clock, layout, new RowView(layout, symbols), next, false);
            rates.add(
                    i == 0
                            ? new FirstOfEvents(parts, BY_KEY, 3)
                            : new RateEveryEvents(parts, i == 1 ? new HoldLast(state, BY_KEY) : new HoldAll(state), 5));
        }
        records.create();
        RowSheet sheet = rows("a", 1, "b", 2, "c", 3, "a", 4);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        turn(rates, sheet, 200_000);

        long before = memory.getCurrentThreadAllocatedBytes();
        turn(rates, sheet, 10_000);
        long bytes = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes / 10_000).isZero();
        assertThat(counted).isPositive();
    }

    private static void turn(List<RunReceiver> rates, RowSheet sheet, int times) {
        var run = sheet.run();
        for (int i = 0; i < times; i++) {
            for (int rate = 0; rate < rates.size(); rate++) {
                rates.get(rate).receive(run);
            }
        }
    }
}
