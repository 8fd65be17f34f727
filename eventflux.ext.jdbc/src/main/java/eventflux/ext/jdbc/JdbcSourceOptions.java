package eventflux.ext.jdbc;

import eventflux.api.config.Settings;

/**
 * What a source's settings say.
 *
 * @param table which table
 * @param column the column whose values grow
 * @param start rows up to this value are not read
 * @param intervalMillis from the end of one question to the next
 * @param batchSize rows that are delivered together at most
 */
record JdbcSourceOptions(String table, String column, long start, long intervalMillis, int batchSize) {

    JdbcSourceOptions {
        if (intervalMillis < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "poll.interval and batch.size must be positive, are " + intervalMillis + " and " + batchSize);
        }
    }

    static JdbcSourceOptions of(Settings settings, String stream) {
        return new JdbcSourceOptions(
                settings.find("table").orElse(stream),
                settings.getString("increasing.column"),
                settings.find("start.after").isPresent() ? settings.getLong("start.after") : Long.MIN_VALUE,
                settings.getMillis("poll.interval"),
                settings.getInt("batch.size"));
    }
}
