/**
 * Starts and stops the OSGi framework with the bundles of a distribution. The only package of the launcher that knows OSGi.
 */
package eventflux.launcher.node;
