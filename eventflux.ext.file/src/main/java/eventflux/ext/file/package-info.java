/**
 * Files as sources and sinks. Here files are opened, followed, cut into messages, rotated and compressed; what stands in a
 * message is the mapper's business.
 */
package eventflux.ext.file;
