/**
 * Applications as bundles: the extender that runs the texts of started bundles, the {@code eventflux:} URLs that make a bundle
 * of a bare text, and the watched folder. Sees the API and the framework only; what a text means is the engine's business.
 */
package eventflux.deploy;
