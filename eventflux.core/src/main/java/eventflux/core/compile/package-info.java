/**
 * From the plan to operators on memory: asks the catalog for extensions and {@code core.compile.code} for byte code, and
 * gives each operator the state that the plan named.
 */
package eventflux.core.compile;
