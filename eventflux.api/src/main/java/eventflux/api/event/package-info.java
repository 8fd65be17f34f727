/**
 * What an event is made of: types, columns, schemas, and the cursors that read and write rows. Nothing here knows where rows
 * are kept.
 */
@Export
@Version("0.2.0")
package eventflux.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
