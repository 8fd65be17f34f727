/** The extension points for source mappers and sink mappers: between messages and rows. */
@Export
@Version("0.2.0")
package eventflux.api.spi.mapper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
