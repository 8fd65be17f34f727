/**
 * Asks schema registries. No bundle of the node: the mappers that need it have it inside, since bundles of extensions share nothing but the API.
 * Uses the API's settings and Jackson's core.
 */
package eventflux.registry;
