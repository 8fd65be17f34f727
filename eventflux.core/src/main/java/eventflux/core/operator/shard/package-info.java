/**
 * Hot. Partitions that several threads work on: a shard is a pipeline of its own for a share of the keys; rows are brought to it as
 * texts and numbers, without codes, and so come out of it. Who turns a shard and when is decided elsewhere.
 */
package eventflux.core.operator.shard;
