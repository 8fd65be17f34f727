/**
 * Hot. Partitions: their parts, and where rows enter them. What the queries inside do knows nothing of it.
 */
package eventflux.core.operator.partition;
