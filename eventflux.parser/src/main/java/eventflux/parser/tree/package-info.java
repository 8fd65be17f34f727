/**
 * Makes the syntax tree from ANTLR's parse tree: one class for each family of clauses. What a class needs of another it asks
 * {@link eventflux.parser.tree.Builders} for, as clauses contain one another.
 */
package eventflux.parser.tree;
