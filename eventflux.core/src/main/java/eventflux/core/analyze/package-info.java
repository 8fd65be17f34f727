/**
 * Analysis: from the syntax tree of an application to resolved streams, queries, sources and sinks, with all problems of the
 * text at once. One small class a concern; expressions, windows and settings have packages of their own below this one. Sees
 * {@code api}, {@code core.catalog} and {@code core.resolved}; knows no plan, no memory and no threads.
 */
package eventflux.core.analyze;
