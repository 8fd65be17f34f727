/**
 * Hot. What generated code calls where a few instructions would not do: texts in memory, whole-number division, conversions,
 * keys as bytes. Static methods that remember nothing. Uses the row package's memory and {@code eventflux.api.text}; knows
 * neither expressions nor class files.
 */
package eventflux.core.compile.code.runtime;
