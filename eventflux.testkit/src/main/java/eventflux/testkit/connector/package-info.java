/**
 * What sources, sinks and mappers are tested with when no engine is there: settings checked against the extension's own
 * description, a row appender and a source output that remember what they were given. Nothing here starts threads.
 */
@Export
@Version("0.2.0")
package eventflux.testkit.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
