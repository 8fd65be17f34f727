package eventflux.ext.jdbc;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sink's settings say.
 *
 * @param table which table
 * @param keys the columns of which rows with equal values replace each other; empty when all rows are added
 * @param batchSize rows in one transaction at most
 * @param flushMillis how long rows are held back at most
 * @param createsTable whether a table that is not there is made
 */
record JdbcSinkOptions(String table, List<String> keys, int batchSize, long flushMillis, boolean createsTable) {

    JdbcSinkOptions {
        keys = List.copyOf(keys);
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch.size must be positive, is " + batchSize);
        }
    }

    static JdbcSinkOptions of(Settings settings, String stream, Schema schema) {
        List<String> keys = settings.find("upsert.key").stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .toList();
        for (String key : keys) {
            if (schema.indexOf(key) < 0) {
                throw new IllegalArgumentException("upsert.key names " + key + ", which is no column of " + schema);
            }
        }
        return new JdbcSinkOptions(
                settings.find("table").orElse(stream),
                keys,
                settings.getInt("batch.size"),
                Math.max(1, settings.getMillis("flush.interval")),
                settings.getBoolean("create.table"));
    }
}
