package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.time.BackOff;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Hands rows to a sink, tries again what did not get through, and hands on what never does. While it waits to try again, the
 * application waits with it. Used by the thread that owns the application, except where noted.
 */
public final class SinkRunner implements RunReceiver {

    private final SinkRoute route;
    private final RowView row;
    private final RowFailures failures;
    private final Patience patience;
    private final Pause pause;
    private final SplittableRandom random = new SplittableRandom();
    // Made once, not for each row.
    private final SinkRoute.Delivery delivery = this::deliver;

    // Whether a row was let go because nobody wanted to wait for it any longer.
    private boolean hasLetGo;

    /**
     * How often a row is tried again.
     *
     * @param most so many times after the first
     * @param backOff the pauses in between
     * @param time what they are measured by
     */
    public record Patience(long most, BackOff backOff, TimeSource time) {

        /** Nothing is tried again. */
        public static Patience none(TimeSource time) {
            return new Patience(0, BackOff.RECONNECT, time);
        }
    }

    /**
     * A runner.
     *
     * @param route leads to the destinations
     * @param row to look at rows through; the settings of the sink look through it too
     * @param failures takes rows that do not get through
     */
    public SinkRunner(SinkRoute route, RowView row, RowFailures failures, Patience patience) {
        this.route = route;
        this.row = row;
        this.failures = failures;
        this.patience = patience;
        this.pause = new Pause(patience.time());
    }

    /** Connects. */
    public void start() throws IOException {
        pause.begin();
        hasLetGo = false;
        for (SinkConnection connection : route.connections()) {
            connection.start();
        }
    }

    /** Lets what is held back go out; answers whether the outside has all that it was to have. */
    public boolean flush() {
        boolean isOut = !hasLetGo;
        for (SinkConnection connection : route.connections()) {
            isOut &= connection.flush();
        }
        return isOut;
    }

    /** Waits no longer for anything; by any thread. */
    public void giveUp() {
        pause.giveUp();
    }

    /** Disconnects. */
    public void stop() {
        route.connections().forEach(SinkConnection::stop);
    }

    @Override
    public void receive(RowRun run) {
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            route.pass(row, delivery);
        }
    }

    private void deliver(RowView delivered, String where, SinkRoute.Attempt attempt) {
        for (int tries = 1; ; tries++) {
            try {
                attempt.run(delivered);
                return;
            } catch (MessageRefusedException | RuntimeException | Error e) {
                failures.rowFailed(where, delivered, e, tries);
                return;
            } catch (IOException e) {
                if (!isTriedAgain(tries)) {
                    failures.rowFailed(where, delivered, e, tries);
                    return;
                }
            }
        }
    }

    private boolean isTriedAgain(int tries) {
        if (tries > patience.most()) {
            return false;
        }
        long at = patience.time().millis() + patience.backOff().pauseMillis(tries, random);
        boolean isTime = pause.await(at);
        hasLetGo |= !isTime;
        return isTime;
    }
}
