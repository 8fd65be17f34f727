package eventflux.core.resolved;

import java.util.Objects;

/**
 * The event time of a stream: its rows are put in order by a column, and the clock follows them.
 *
 * @param column that holds the time of a row, by its place
 * @param delayMillis how far behind the latest time seen the watermark stays
 * @param latenessMillis how far behind the watermark rows are still let through
 * @param idleMillis after so long without a row the stream holds the clock back no more; 0 when it always does
 * @param lateStream takes rows that come too late; empty when they are dropped
 */
public record StreamTime(int column, long delayMillis, long latenessMillis, long idleMillis, String lateStream) {

    /** Refuses missing parts. */
    public StreamTime {
        Objects.requireNonNull(lateStream, "lateStream");
    }

    @Override
    public String toString() {
        return "watermark " + delayMillis + " ms behind column " + column
                + (latenessMillis == 0 ? "" : ", late rows allowed " + latenessMillis + " ms behind")
                + (idleMillis == 0 ? "" : ", idle after " + idleMillis + " ms")
                + (lateStream.isEmpty() ? "" : ", later ones into " + lateStream);
    }
}
