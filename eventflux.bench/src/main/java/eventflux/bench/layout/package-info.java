/**
 * The measurement behind the memory layout of a batch: the same operators written against row-major batches, column-major
 * batches and plain arrays. Nothing of the engine is used or repeated here; the record in {@code docs/decisions} quotes the
 * numbers this package prints. May use Agrona and JMH only.
 */
package eventflux.bench.layout;
