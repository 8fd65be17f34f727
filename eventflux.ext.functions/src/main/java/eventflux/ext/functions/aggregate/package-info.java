/**
 * The built-in aggregators. A factory describes one name and picks what its aggregator is made of: exact and
 * compensated sums, and the structures behind smallest and largest values, cheaper ones where nothing is removed or
 * only the oldest is. Fields are final; what changes is in cells of the engine's state. Sees the API only.
 */
package eventflux.ext.functions.aggregate;
