/**
 * Configuration of a process: files in TOML, YAML or properties, the environment and the command line become settings by dotted name,
 * each with its origin. What they mean is the engine's business. The library that reads TOML and YAML is touched only when there is
 * such a file.
 */
package eventflux.launcher.configuration;
