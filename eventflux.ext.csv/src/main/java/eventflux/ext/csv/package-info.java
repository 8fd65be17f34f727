/**
 * Maps rows to and from lines of comma-separated values.
 */
package eventflux.ext.csv;
