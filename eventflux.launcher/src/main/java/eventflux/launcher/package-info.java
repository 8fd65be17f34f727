/**
 * Reads the command line and starts the OSGi framework with the bundles that the command needs.
 */
package eventflux.launcher;
