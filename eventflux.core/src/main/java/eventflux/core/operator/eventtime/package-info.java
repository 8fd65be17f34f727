/**
 * Hot. Streams whose rows carry the time: holds their rows back until they can be put in order, and says how far the time has
 * come. Knows nothing of who turns the pipeline.
 */
package eventflux.core.operator.eventtime;
