/**
 * What to do, in which order: pure values that can be printed, and the rules that make them from resolved queries. Knows
 * {@code core.resolved} and {@code eventflux.api.event}; nothing of memory, threads or extensions.
 */
package eventflux.core.plan;
