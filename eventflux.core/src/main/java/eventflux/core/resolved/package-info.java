/**
 * The query after analysis: names are places, types are settled, dialects are gone. Written by {@code core.analyze},
 * read by {@code core.plan} and {@code core.compile}. Values only.
 */
package eventflux.core.resolved;
