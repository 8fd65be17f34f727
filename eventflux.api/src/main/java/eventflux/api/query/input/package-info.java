/** What queries read: streams, stores, other queries, joins, patterns and row pattern matching. */
@Export
@Version("0.1.0")
package eventflux.api.query.input;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
