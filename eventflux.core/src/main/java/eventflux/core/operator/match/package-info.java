/**
 * Hot. Row pattern matching ({@code MATCH_RECOGNIZE}): attempts at a match that begin at each row, their ways through the pattern in the
 * order of preference, and the match that is decided. Changes of composed rows come from {@code core.operator.pattern}; nothing
 * here knows of queries.
 */
package eventflux.core.operator.match;
