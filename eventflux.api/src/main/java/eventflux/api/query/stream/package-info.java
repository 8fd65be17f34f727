/** What may follow the name of a stream that is read: filters, functions and windows, in the order written. */
@Export
@Version("0.1.0")
package eventflux.api.query.stream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
