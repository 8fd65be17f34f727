/** Queues of RabbitMQ as sources and its exchanges as sinks, over RabbitMQ's own client, which is touched when one is started. */
package eventflux.ext.rabbitmq;
