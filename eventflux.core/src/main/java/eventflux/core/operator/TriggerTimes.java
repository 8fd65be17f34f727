package eventflux.core.operator;

import eventflux.core.time.TimerQueue;

/** When a trigger fires, epoch milliseconds. Immutable. */
public interface TriggerTimes {

    /** No time. */
    long NEVER = TimerQueue.NEVER;

    /** The first time for an application that begins at a time: the same or later. */
    long first(long beginning);

    /** The time after another at which it fired. */
    long after(long last);
}
