/** Patterns over events: the elements of patterns and sequences, and the rows of {@code MATCH_RECOGNIZE}. */
@Export
@Version("0.1.0")
package eventflux.api.query.pattern;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
