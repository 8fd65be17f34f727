/**
 * Hot: aggregations by calendar periods. Buckets of groups, one a period, that rows are folded into; how readers find buckets; when
 * old ones go. Not here: what an aggregator computes, and the texts that name times and periods.
 */
package eventflux.core.operator.aggregation;
