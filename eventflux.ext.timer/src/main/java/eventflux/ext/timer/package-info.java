/**
 * The source that sends a row at a fixed rate.
 */
package eventflux.ext.timer;
