/**
 * Hot. Tables: rows that queries put in, change, look up and take out, the indexes over them, and the look-ups that compiled
 * conditions use. What other things that hold rows (named windows) have in common with them is {@link
 * eventflux.core.operator.table.RowSource}.
 */
package eventflux.core.operator.table;
