/** Calls of stream functions: which extension is meant, its arguments, and the columns that it adds. */
package eventflux.core.analyze.stream;
