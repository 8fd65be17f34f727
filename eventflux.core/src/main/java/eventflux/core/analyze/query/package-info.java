/**
 * Queries: what they read, select, put in order and give out; joins, and queries on demand.
 */
package eventflux.core.analyze.query;
