/**
 * What patterns and sequences mean: which steps they have, what repeats and what is limited, how their events are called, and what is
 * captured of them. Uses {@code core.analyze.expression} and {@code core.resolved}; knows no memory and no automata.
 */
package eventflux.core.analyze.pattern;
