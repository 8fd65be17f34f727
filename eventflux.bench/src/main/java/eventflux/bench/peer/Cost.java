package eventflux.bench.peer;

/**
 * What an event costs.
 *
 * @param nanos processor time of the process, garbage collection and compilation included: the mean of all slices but the lowest and the highest
 * @param bytes allocated by the sending thread, over all slices
 */
record Cost(double nanos, double bytes) {}
