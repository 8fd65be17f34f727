/**
 * The syntax tree of an application: its statements, and the service that reads them from a text. The tree holds what the author
 * wrote, in one form for both dialects; it knows nothing of types and extensions.
 */
@Export
@Version("0.2.0")
package eventflux.api.query;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
