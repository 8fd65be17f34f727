/**
 * What a stream says of its sources and sinks: their settings, mappers, failures, retries and destinations, of all layers and spellings.
 */
package eventflux.core.analyze.endpoint;
