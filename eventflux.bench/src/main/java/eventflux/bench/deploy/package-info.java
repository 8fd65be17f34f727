/** What it costs to begin: to deploy queries in a warm process, and from the start of a process to its first result. */
package eventflux.bench.deploy;
