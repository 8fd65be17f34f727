/** What the example applications need beside the node: a broker of Kafka. Nothing of EventFlux. */
package eventflux.examples.apps;
