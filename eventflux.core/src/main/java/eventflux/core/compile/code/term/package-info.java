/**
 * Expressions made ready for byte code: columns are offsets, constants are fields of the generated class, every choice of
 * instructions has been made. A term writes its own instructions and prints itself; two expressions whose terms print alike
 * share a class. Uses the byte-code library, {@code core.resolved}'s operators and the row layout; knows no cache and defines
 * no class.
 */
package eventflux.core.compile.code.term;
