/** The contracts of source mappers and sink mappers, and what spoils messages. */
@Export
@Version("0.2.0")
package eventflux.testkit.mapper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
