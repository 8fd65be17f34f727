/**
 * Assembles the engine, with or without OSGi. Nothing here is exported.
 */
package eventflux.core;
