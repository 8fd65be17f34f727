/**
 * What all parts of the syntax tree share: places, names, dialects, units of time. Nothing here knows a clause.
 */
@Export
@Version("0.1.0")
package eventflux.api.query.node;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
