/**
 * Commands that an operator types at the Gogo shell. Sees the API only.
 */
package eventflux.shell;
