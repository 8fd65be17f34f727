package eventflux.core.operator.eventtime;

/**
 * What a stream says of its times.
 *
 * @param column that holds the time of a row
 * @param delayMillis how far behind the latest time seen the watermark stays: rows may come so much out of order
 * @param latenessMillis how far behind the watermark rows are still let through
 * @param idleMillis after so long without a row the stream holds the others back no more; 0 when it always does
 */
public record TimeBounds(int column, long delayMillis, long latenessMillis, long idleMillis) {}
