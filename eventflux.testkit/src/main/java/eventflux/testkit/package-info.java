/**
 * Scenario runner, virtual clock and contract tests, for writers of extensions.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package eventflux.testkit;
