package eventflux.ext.csv;

import java.util.Arrays;

/**
 * How records become rows.
 *
 * @param dialect how fields are kept apart
 * @param hasHeader whether the first record names the fields
 * @param timestampColumn the column that carries the event's time, -1 when there is none
 * @param nullText a text without quotes that stands for null, beside the empty one
 * @param ignoreErrors whether rows that can't be read are dropped without a word
 */
record CsvSourceOptions(
        CsvDialect dialect, boolean hasHeader, int timestampColumn, byte[] nullText, boolean ignoreErrors) {

    boolean isNull(byte[] bytes, int start, int length) {
        return Arrays.equals(nullText, 0, nullText.length, bytes, start, start + length);
    }
}
