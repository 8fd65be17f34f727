/**
 * Hot. How rows lie in memory and how they are read, written, kept and named: layout, cursor, builder, batch, symbol
 * table, and the arenas that windows and groups keep their state in. Uses Agrona's buffers and {@code
 * eventflux.api.event}; knows no queries, threads or clocks.
 */
package eventflux.core.row;
