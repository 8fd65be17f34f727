/**
 * The smallest bundle that a vendor would ship: one window and one function.
 */
package eventflux.examples.vendor;
