/**
 * Maps rows to and from JSON objects, by column name and never by position.
 */
package eventflux.ext.json;
