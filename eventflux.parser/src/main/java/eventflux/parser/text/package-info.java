/**
 * The text before its grammar: variables and their values, places, and the words that the lexer finds. Nothing here knows a
 * statement.
 */
package eventflux.parser.text;
