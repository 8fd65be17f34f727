/**
 * Avro messages: each bare, by one schema, or behind the id of a schema in a registry that speaks as Confluent's does. No Avro files, whose
 * blocks are no messages, and no generated classes.
 */
package eventflux.ext.avro;
