/** What partitions cost: time and allocation for an event, memory for a key. Uses the front door of the API only. */
package eventflux.bench.partition;
