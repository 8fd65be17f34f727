/**
 * Hot: what stands between compiled code and the aggregators of extensions, where a call tells an aggregator less than all that
 * comes: values without nulls, each value once. Not here: the aggregators themselves, and when they are told.
 */
package eventflux.core.operator.aggregate;
