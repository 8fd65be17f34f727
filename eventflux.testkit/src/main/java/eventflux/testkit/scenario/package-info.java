/**
 * Scenarios: specification, test and manual page in one Markdown file. Reads them, runs them against any engine in
 * several modes and compares what came out. Knows the front door of the API only.
 */
@Export
@Version("0.1.0")
package eventflux.testkit.scenario;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
