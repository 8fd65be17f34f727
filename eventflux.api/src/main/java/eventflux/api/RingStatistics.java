package eventflux.api;

/**
 * What the ring of an asynchronous stream has done since it was made.
 *
 * @param capacityBytes what it holds
 * @param waitingBytes what waits in it; about, while senders send
 * @param taken rows that were taken out and processed
 * @param batches in which they were taken out
 * @param full how often rows found no room at once
 * @param givenUp rows that the back-pressure strategy gave up on: lost, or handed to the failures of the stream
 */
public record RingStatistics(int capacityBytes, int waitingBytes, long taken, long batches, long full, long givenUp) {}
