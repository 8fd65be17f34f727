/**
 * The built-in scalar functions: public static methods, a class for each family, which compiled queries call directly.
 * A null argument to a primitive or String parameter makes the result null without a call; texts are counted in code
 * points, places from 1. Sees the API only.
 */
package eventflux.ext.functions.scalar;
