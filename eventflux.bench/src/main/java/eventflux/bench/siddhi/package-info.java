/**
 * Random applications of the classic dialect that this engine and Siddhi run in playback, with the same rows at the same times, and
 * whose results are compared. What makes them passes by what is known to differ and stands in {@code docs/guide/siddhi.md}. Uses the
 * front door of the API and Siddhi's own; nothing of the core.
 */
package eventflux.bench.siddhi;
