/**
 * What all extensions share: how they describe themselves and how their arguments reach them. Each kind has a package of
 * its own below this one. An extension is an OSGi service of its kind's factory interface, or, without OSGi, a {@link
 * java.util.ServiceLoader} provider of it.
 */
@Export
@Version("0.3.0")
package eventflux.api.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
