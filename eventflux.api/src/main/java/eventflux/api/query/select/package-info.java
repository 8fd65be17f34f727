/**
 * Queries and what they select. What they read is in the package of inputs, which leads back here for a query in
 * parentheses.
 */
@Export
@Version("0.1.0")
package eventflux.api.query.select;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
