/**
 * Hot. Joins: rows of one side look for partners on the other. A pair becomes one row, composed of the columns that the query
 * asks for, and passes on like the row of a stream. Knows no names, no plans, no extensions.
 */
package eventflux.core.operator.join;
