/**
 * The parts of definitions: annotations, settings, columns, the times of triggers, the periods of aggregations, partition keys.
 */
@Export
@Version("0.1.0")
package eventflux.api.query.definition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
