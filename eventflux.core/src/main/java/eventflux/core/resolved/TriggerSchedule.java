package eventflux.core.resolved;

/** When the engine itself puts a row into a stream. */
public sealed interface TriggerSchedule {

    /** Once, when the application starts. */
    record AtStart() implements TriggerSchedule {
        @Override
        public String toString() {
            return "at start";
        }
    }

    /**
     * Again and again, the first time when a period has gone by.
     *
     * @param millis the period, at least 1
     */
    record Every(long millis) implements TriggerSchedule {
        @Override
        public String toString() {
            return "every " + millis + " ms";
        }
    }

    /**
     * At times by the calendar.
     *
     * @param expression of Quartz, right
     * @param zone the id of the time zone
     */
    record Cron(String expression, String zone) implements TriggerSchedule {
        @Override
        public String toString() {
            return "at " + expression + " in " + zone;
        }
    }
}
