/**
 * The built-in functions: {@code scalar} has those that make a value of values, {@code aggregate} those that make a
 * value of rows, {@code stream} those that make rows of rows. What needs the compiler's help, such as {@code cast}, {@code
 * coalesce} or {@code now}, is not here but
 * in the engine.
 */
package eventflux.ext.functions;
