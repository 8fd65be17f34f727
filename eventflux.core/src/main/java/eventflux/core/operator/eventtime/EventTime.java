package eventflux.core.operator.eventtime;

import eventflux.core.operator.StreamJunction;
import java.util.List;

/**
 * The streams of an application whose rows carry the time. How far the time has come is what the slowest of them says, those
 * left out that have had no row for longer than they allow. Used by the thread that owns the application.
 */
public final class EventTime {

    /** No row has come yet. */
    public static final long UNKNOWN = TimedStream.NONE;

    private final TimedStream[] streams;

    /** The time of these streams, of which there is one at least. */
    public EventTime(List<TimedStream> streams) {
        this.streams = streams.toArray(TimedStream[]::new);
    }

    /** The engine's time is so far when the first row may come. */
    public void begin(long now) {
        for (TimedStream stream : streams) {
            stream.begin(now);
        }
    }

    /** The stream behind a junction; null when its rows carry no time. */
    public TimedStream find(StreamJunction junction) {
        for (TimedStream stream : streams) {
            if (stream.isOf(junction)) {
                return stream;
            }
        }
        return null;
    }

    /**
     * The time before which no row is expected any more, {@link #UNKNOWN} when nobody can say yet. When all streams have been
     * idle for too long, it is the latest time that they have seen.
     */
    public long watermark(long now) {
        long slowest = Long.MAX_VALUE;
        boolean isAnyAwake = false;
        for (TimedStream stream : streams) {
            if (stream.idleFrom() > now) {
                isAnyAwake = true;
                slowest = Math.min(slowest, stream.watermark());
            }
        }
        return isAnyAwake ? slowest : latest();
    }

    /** The latest time that any stream has seen, {@link #UNKNOWN} when there was no row. */
    public long latest() {
        long latest = UNKNOWN;
        for (TimedStream stream : streams) {
            latest = Math.max(latest, stream.highest());
        }
        return latest;
    }

    /** The stream that holds the earliest row, among equal ones the one defined first; null when it is later than a time. */
    public TimedStream next(long until) {
        TimedStream next = null;
        long earliest = until;
        for (int i = streams.length - 1; i >= 0; i--) {
            long time = streams[i].nextTime();
            if (time <= earliest && time != Long.MAX_VALUE) {
                earliest = time;
                next = streams[i];
            }
        }
        return next;
    }

    /** When in the engine's time the next stream will have been without rows for too long, {@link Long#MAX_VALUE} when none. */
    public long nextIdle(long now) {
        long next = Long.MAX_VALUE;
        for (TimedStream stream : streams) {
            if (stream.idleFrom() > now) {
                next = Math.min(next, stream.idleFrom());
            }
        }
        return next;
    }
}
