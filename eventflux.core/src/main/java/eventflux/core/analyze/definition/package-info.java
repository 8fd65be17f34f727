/**
 * Definitions: streams, tables, named windows, stores, triggers and scripts, and the names under which queries find them.
 */
package eventflux.core.analyze.definition;
