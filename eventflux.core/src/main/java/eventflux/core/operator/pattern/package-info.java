/**
 * Hot. Patterns and sequences: partial matches in an arena, chains that find those that an event can advance, and the automaton
 * that advances them. What a pattern means is settled in {@code core.analyze.pattern}, and its conditions are compiled in {@code
 * core.compile.pattern}; nothing here knows of queries.
 */
package eventflux.core.operator.pattern;
