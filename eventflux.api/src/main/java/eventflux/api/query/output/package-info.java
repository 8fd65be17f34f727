/** Where the rows of a query go, which of them, and how often. */
@Export
@Version("0.1.0")
package eventflux.api.query.output;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
