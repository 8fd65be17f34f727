package eventflux.ext.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.time.VirtualTime;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TimerSourceTest {

    private static final Schema BEAT = Schema.of(
            new Column("name", DataType.STRING),
            new Column("at", DataType.LONG),
            new Column("price", DataType.DOUBLE),
            new Column("due", DataType.LONG));
    private static final long PATIENCE = 60_000;

    private final VirtualTime time = new VirtualTime(5000);
    private final RecordedOutput out = new RecordedOutput(BEAT);
    private Source source;

    @AfterEach
    void stop() {
        if (source != null) {
            source.stop();
        }
    }

    @Test
    void sendsARowAfterEachInterval() throws Exception {
        start(BEAT, Map.of());
        time.awaitWaiter();

        time.advance(999);
        assertThat(out.recordedRows().all()).isEmpty();
        time.advance(1);
        assertThat(out.recordedRows().await(1, PATIENCE)).isTrue();
        time.awaitWaiter();
        time.advance(1000);
        assertThat(out.recordedRows().await(2, PATIENCE)).isTrue();

        assertThat(out.recordedRows().values())
                .containsExactly(Arrays.asList("tick", 6000L, null, 6000L), Arrays.asList("tick", 7000L, null, 7000L));
        assertThat(out.recordedRows().all()).allMatch(row -> row.timestamp().isEmpty());
    }

    @Test
    void makesUpForRowsForWhichThereWasNoTime() throws Exception {
        start(BEAT, Map.of("interval", "100 ms"));
        time.awaitWaiter();

        time.advance(350);
        assertThat(out.recordedRows().await(3, PATIENCE)).isTrue();
        time.awaitWaiter();

        assertThat(out.recordedRows().values()).extracting(row -> row.get(1)).containsExactly(5100L, 5200L, 5300L);
    }

    @Test
    void givesManyLateRowsInParts() throws Exception {
        // given: a second has passed before the source first asks to be woken
        AtomicBoolean isStarted = new AtomicBoolean();
        CountDownLatch hasCaughtUp = new CountDownLatch(1);
        TimeSource late = new TimeSource() {

            @Override
            public long millis() {
                return isStarted.getAndSet(true) ? 6_000 : 5_000;
            }

            @Override
            public Registration wakeAt(long atMillis, Runnable task) {
                if (atMillis <= 6_000) {
                    task.run();
                } else {
                    hasCaughtUp.countDown();
                }
                return () -> {};
            }
        };

        // when
        start(BEAT, Map.of("interval", "10 ms"), late);

        // then
        assertThat(hasCaughtUp.await(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(out.recordedRows().all()).hasSize(100);
        assertThat(out.flushes()).isEqualTo(2);
    }

    @Test
    void sendsNothingAfterTheStopAndCountsAnewAfterTheNextStart() throws Exception {
        start(BEAT, Map.of());
        time.awaitWaiter();

        source.stop();
        time.advance(1500);
        assertThat(out.recordedRows().all()).isEmpty();
        assertThat(time.waiting()).isZero();

        source.start(out);
        time.awaitWaiter();
        time.advance(1000);
        assertThat(out.recordedRows().await(1, PATIENCE)).isTrue();
        assertThat(out.recordedRows().values()).extracting(row -> row.get(1)).containsExactly(7500L);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> start(BEAT, Map.of("interval", "0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Schema.of(new Column("i", DataType.INT)), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimerSourceFactory()
                        .create(EndpointFixture.mapped(TimerSourceFactory.class, BEAT, Map.of())));
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SourceFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(TimerSourceFactory.class);
    }

    private void start(Schema schema, Map<String, String> settings) throws IOException {
        start(schema, settings, time);
    }

    private void start(Schema schema, Map<String, String> settings, TimeSource clock) throws IOException {
        source = new TimerSourceFactory()
                .create(EndpointFixture.unmapped(TimerSourceFactory.class, schema, settings)
                        .at(clock));
        source.start(out);
    }
}
