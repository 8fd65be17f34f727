/**
 * Topics of Apache Kafka as sources and sinks. Kafka's client library lives inside this bundle; none of its classes is loaded before
 * an application starts a source or sink, and its clients are made with this bundle's class loader as that of the thread.
 */
package eventflux.ext.kafka;
