/**
 * Writes the projects of new extensions. What they contain are the texts beside these classes in the jar; nothing here looks at a node or
 * an engine.
 */
package eventflux.launcher.project;
