/**
 * Maps rows to and from lines of comma-separated values (RFC 4180), by the names in the header. Sees one message at a time:
 * cutting a file into lines is the source's business.
 *
 * <p>The reader is our own because a message is a slice of bytes that is mapped in place: fields become numbers and UTF-8 without
 * a string or a parser object for each line, which the libraries looked at all make.
 */
package eventflux.ext.csv;
