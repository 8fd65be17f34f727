/**
 * Commands for the Gogo shell, in the scope {@code eventflux}. A command answers a text, so that Gogo prints or pipes it, or
 * fails with a {@link eventflux.shell.CommandFailure} that reads as a sentence. Sees the API, the framework, Gogo and JLine; what
 * it knows of the engine it asks the services of {@code eventflux.api} for.
 */
package eventflux.shell;
