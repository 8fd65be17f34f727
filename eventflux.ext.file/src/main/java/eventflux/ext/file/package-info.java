/**
 * Reads files as sources and writes rows to files as sinks.
 */
package eventflux.ext.file;
