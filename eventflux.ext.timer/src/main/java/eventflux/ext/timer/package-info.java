/** The source that sends a row at a fixed rate. When rows are sent is decided here, how time runs is not. */
package eventflux.ext.timer;
