/** Rows on the heap and the cursors that lend them out, for tests that run an extension without an engine. */
@Export
@Version("0.1.0")
package eventflux.testkit.row;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
