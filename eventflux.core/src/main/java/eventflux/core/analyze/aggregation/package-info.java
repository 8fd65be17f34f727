/**
 * Incremental aggregations: their periods, retention and what they collect.
 */
package eventflux.core.analyze.aggregation;
