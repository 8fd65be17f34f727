/**
 * The sink and the stream function by which a person reads rows: on standard output, or through the logger. Where log lines go after
 * that is the logging configuration's business.
 */
package eventflux.ext.log;
