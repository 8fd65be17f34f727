/**
 * What extensions are present: by kind and name, from bundles that come and go or from the class path. Reads how extensions
 * describe themselves; never creates or calls one. Knows {@code api.spi}, {@code api.error} and the names of {@code
 * core.resolved}; no queries, no OSGi.
 */
package eventflux.core.catalog;
