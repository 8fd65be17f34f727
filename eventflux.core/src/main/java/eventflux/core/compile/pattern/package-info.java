/**
 * Makes automata of resolved patterns: conditions become compiled predicates, equalities indexes, and what is asked for of events
 * changes of composed rows. Knows {@code core.resolved}, {@code core.plan}, {@code core.compile.code} and {@code core.operator.pattern}.
 */
package eventflux.core.compile.pattern;
