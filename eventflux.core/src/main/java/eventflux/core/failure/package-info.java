/** Error policies at work: what happens to a row, a message or a connection that fails. */
package eventflux.core.failure;
