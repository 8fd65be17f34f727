/**
 * Turns the text of an application into its syntax tree. ANTLR is used here and nowhere else.
 */
package eventflux.parser;
