/** Hot. What a sender does while the ring of an asynchronous stream is full. Knows nothing of agents and pipelines. */
package eventflux.core.run.pressure;
