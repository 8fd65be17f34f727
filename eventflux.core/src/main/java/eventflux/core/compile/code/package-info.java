/**
 * Expressions to byte code. A condition, a select list, a key or a set of aggregator calls becomes an object of a hidden class
 * whose instructions read and write rows in memory; nothing is interpreted, boxed or allocated for numbers. What expressions of
 * the same shape differ in (constants, aggregators) are fields, so they share a class; functions of extensions are constants of
 * it. The classes go when no application holds their objects.
 *
 * <p>In: {@code core.resolved}. Out: the interfaces of {@code core.operator}. {@code term} holds what writes instructions,
 * {@code runtime} what generated code calls. Not here: which type an operand has, which operators a query needs.
 */
package eventflux.core.compile.code;
