/**
 * The engine beside its peers: one text, one set of rows, several ways in. Results are compared before anything is timed.
 * Uses the front door of the API and the peer's own; nothing of the core.
 */
package eventflux.bench.peer;
