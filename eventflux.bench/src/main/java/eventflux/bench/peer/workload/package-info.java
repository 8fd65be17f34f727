/**
 * The questions, one class each: as a text for EventFlux and Siddhi, as statements for Esper, and as a loop written by hand.
 * New ones are listed in {@link eventflux.bench.peer.workload.Workloads}.
 */
package eventflux.bench.peer.workload;
