/** Mappers between rows and texts: free texts by template and regular expression, pairs of names and values, and single columns as bytes. */
package eventflux.ext.text;
