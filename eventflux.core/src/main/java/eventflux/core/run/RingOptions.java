package eventflux.core.run;

import eventflux.core.failure.FailureLog;
import eventflux.core.run.pressure.BackPressure;

/**
 * How a stream is decoupled from its senders.
 *
 * @param rows that its ring holds, about
 * @param batchRows that are processed in one go at most
 * @param pressure what senders do while the ring is full
 * @param keepsGivenUp whether rows that find no room go where the stream says that its failures go
 * @param failures is told of rows that are lost, and of what goes wrong on the ring's thread
 */
public record RingOptions(int rows, int batchRows, BackPressure pressure, boolean keepsGivenUp, FailureLog failures) {}
