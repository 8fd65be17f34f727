/**
 * Tables in stores: what of a condition or a change a store does by itself, what is left to the engine, and the
 * operators for both.
 */
package eventflux.core.compile.store;
