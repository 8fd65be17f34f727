/** The built-in stream functions. */
package eventflux.ext.functions.stream;
