package eventflux.testkit.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.testkit.spi.Description;
import eventflux.testkit.spi.LeftThreads;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every sink owes the engine. The test of a sink extends this class and numbers what it publishes. */
@Timeout(300)
public abstract class SinkContract {

    private static final int MANY = 1_000;

    /** The factory of the sink under test. */
    protected abstract SinkFactory factory();

    /** A sink that has the outside of this test to itself. */
    protected abstract Sink sink() throws Exception;

    /** Publishes what is told from others by its number. */
    protected abstract void publish(Sink sink, int number) throws Exception;

    /** The numbers that the outside has, in its order. */
    protected abstract List<Integer> outside() throws Exception;

    /**
     * Whether a thread is none that the sink has to end: one of the outside, where that runs in this virtual machine, or one that a
     * client library ends by itself when nobody uses it any more. None by default.
     */
    protected boolean isOthers(Thread thread) {
        return false;
    }

    @Test
    final void describesItself() {
        Description.check(factory().getClass(), ExtensionKind.SINK);
    }

    @Test
    final void hasAllOutsideAfterAFlush() throws Exception {
        Sink sink = started();
        for (int number = 0; number < MANY; number++) {
            publish(sink, number);
        }

        sink.flush();

        assertEquals(numbers(MANY), outside());
        sink.stop();
    }

    @Test
    final void writesAtTheStopWhatItHeldBack() throws Exception {
        Sink sink = started();
        publish(sink, 0);
        publish(sink, 1);

        sink.stop();

        assertEquals(numbers(2), outside());
    }

    /** The engine stops and starts a sink when the outside was lost. */
    @Test
    final void goesOnAfterTheNextStart() throws Exception {
        Sink sink = started();
        publish(sink, 0);
        sink.stop();

        sink.start();
        publish(sink, 1);
        sink.flush();

        assertEquals(numbers(2), outside());
        sink.stop();
    }

    @Test
    final void canBeStoppedWhenItWasNotStarted() throws Exception {
        sink().stop();
    }

    @Test
    final void leavesNoThreadBehind() throws Exception {
        LeftThreads left = LeftThreads.fromNowOn(this::isOthers);
        Sink sink = started();
        publish(sink, 0);

        sink.stop();

        left.requireNone();
    }

    private Sink started() throws Exception {
        Sink sink = sink();
        sink.start();
        return sink;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
