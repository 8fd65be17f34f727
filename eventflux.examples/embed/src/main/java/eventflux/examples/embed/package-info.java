/**
 * The engine as a library in somebody else's program.
 */
package eventflux.examples.embed;
