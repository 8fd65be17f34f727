/**
 * Hot. Loops: rows that come back to a stream that they came from wait here until the step at hand is over.
 */
package eventflux.core.operator.loop;
