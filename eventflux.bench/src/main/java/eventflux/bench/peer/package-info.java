/**
 * The engine beside its peers: one question, one set of rows, several ways in, all in one process and in turns. Results are
 * compared before anything is timed. Uses the front door of the API and the peers' own; nothing of the core.
 */
package eventflux.bench.peer;
