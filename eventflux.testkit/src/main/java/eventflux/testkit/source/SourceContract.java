package eventflux.testkit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.RecordedOutput;
import eventflux.testkit.spi.Description;
import eventflux.testkit.spi.LeftThreads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every source owes the engine. The test of a source extends this class and says how the outside has one more message or row for
 * it.
 */
@Timeout(300)
public abstract class SourceContract {

    /** The factory of the source under test. */
    protected abstract SourceFactory factory();

    /** A source that has the outside of this test to itself. */
    protected abstract Source source() throws Exception;

    /** The columns of its stream. */
    protected abstract Schema schema();

    /** Gives the outside one more message or row, while the source is started. */
    protected abstract void bring() throws Exception;

    /**
     * Whether a thread is none that the source has to end: one of the outside, where that runs in this virtual machine, or one that a
     * client library ends by itself when nobody uses it any more. None by default.
     */
    protected boolean isOthers(Thread thread) {
        return false;
    }

    @Test
    final void describesItself() {
        Description.check(factory().getClass(), ExtensionKind.SOURCE);
    }

    @Test
    final void deliversWhatComesAndFlushesIt() throws Exception {
        // given
        RecordedOutput out = new RecordedOutput(schema());
        Source source = source();

        // when
        source.start(out);
        for (int count = 1; count <= 3; count++) {
            bring();
            await(out, count);
        }
        source.stop();

        // then
        assertEquals(3, out.items().size());
        assertTrue(out.flushes() > 0, "it never flushed");
        assertEquals(Optional.empty(), out.failure());
    }

    /** A source that does not come back from {@code stop} holds up the application, and the update of its bundle. */
    @Test
    final void stopsWhileNothingComes() throws Exception {
        RecordedOutput out = new RecordedOutput(schema());
        Source source = source();

        source.start(out);
        source.stop();

        assertEquals(0, out.items().size());
    }

    @Test
    final void goesOnAfterTheNextStart() throws Exception {
        RecordedOutput out = new RecordedOutput(schema());
        Source source = source();
        source.start(out);
        bring();
        await(out, 1);
        source.stop();
        int before = out.items().size();

        source.start(out);
        bring();
        await(out, before + 1);
        source.stop();
    }

    @Test
    final void leavesNoThreadBehind() throws Exception {
        LeftThreads left = LeftThreads.fromNowOn(this::isOthers);
        RecordedOutput out = new RecordedOutput(schema());
        Source source = source();

        source.start(out);
        bring();
        await(out, 1);
        source.stop();

        left.requireNone();
    }

    private static void await(RecordedOutput out, int count) {
        out.awaitItems(count);
        out.failure().ifPresent(cause -> {
            throw new AssertionError("the source failed", cause);
        });
    }
}
