/**
 * What to say about a text that cannot be read, and how to read on: which words the grammar would take at a place, which
 * small change would make the text readable, and how to put that into words.
 */
package eventflux.parser.repair;
