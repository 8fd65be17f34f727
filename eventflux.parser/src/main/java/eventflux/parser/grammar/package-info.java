/**
 * What the grammar generates, and the one part of the lexer that is written by hand. Nothing here knows the syntax tree.
 */
package eventflux.parser.grammar;
