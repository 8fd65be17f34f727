/**
 * Analysis: from the syntax tree of an application to resolved streams, queries, sources and sinks, with all problems of the
 * text at once. Definitions, queries, partitions, patterns, aggregations and endpoints have packages of their own below this
 * one, as have expressions, windows and settings. Sees {@code api}, {@code core.catalog} and {@code core.resolved}; knows no
 * plan, no memory and no threads.
 */
package eventflux.core.analyze;
