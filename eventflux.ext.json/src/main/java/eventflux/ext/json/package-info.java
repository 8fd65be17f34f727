/**
 * Maps rows to and from JSON, by the names of columns or by paths, and never by the order of properties. The text is read and
 * written by Jackson's streaming core; no tree is built.
 */
package eventflux.ext.json;
