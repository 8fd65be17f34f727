/**
 * The sink that writes rows to the log.
 */
package eventflux.ext.log;
