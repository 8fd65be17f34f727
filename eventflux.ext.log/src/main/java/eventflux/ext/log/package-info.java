/**
 * The sink by which a person reads the rows of a stream: on standard output, or through the logger when a level is given. Where
 * log lines go after that is the logging configuration's business.
 */
package eventflux.ext.log;
