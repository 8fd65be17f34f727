/**
 * The command line: one class a command, the options that several of them share, and how problems are printed. Starts nothing
 * itself; an {@link eventflux.launcher.node.EngineStarter} does.
 */
package eventflux.launcher.command;
