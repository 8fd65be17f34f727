package eventflux.testkit.connector;

/**
 * A place that a source has told.
 *
 * @param text as the source told it
 * @param items how many messages and rows had been delivered then
 */
public record RecordedPlace(String text, int items) {}
