package eventflux.core.time;

/** Who is told of deadlines. Called by the thread that owns the application. */
public interface TimerTarget {

    /** Its place among the targets of the application, from the plan. */
    int order();

    /** The deadline has come for a key. */
    void onAlarm(long deadline, int key);
}
