/**
 * Topics inside a process: what a sink publishes goes to all sources of the topic, in whatever application they are. Rows go as they are,
 * or as the message that a mapper made of them.
 */
package eventflux.ext.inmemory;
