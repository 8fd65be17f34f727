/**
 * Benchmarks of the engine beside its peers, and the allocation that each event costs.
 */
package eventflux.bench;
