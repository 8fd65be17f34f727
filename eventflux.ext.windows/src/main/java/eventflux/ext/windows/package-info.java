/**
 * The built-in windows, extensions like any other. A sliding window is a {@link eventflux.ext.windows.Retention} (when
 * the oldest row is due) with a {@link eventflux.ext.windows.SlidingRelease} (what is told when rows come and go); a
 * batch window is a rule where batches end with a {@link eventflux.ext.windows.BatchRelease} (what is told of a batch).
 * A factory is the description of one name and puts these together. Fields are final; what changes is in cells of the
 * engine's state.
 *
 * <p>Sees the API only. Arithmetic of time alignment is in {@link eventflux.ext.windows.Grid}.
 */
package eventflux.ext.windows;
