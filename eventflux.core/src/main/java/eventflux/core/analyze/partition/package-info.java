/**
 * Partitions: what splits which stream, and the keys that idle.
 */
package eventflux.core.analyze.partition;
