/** What every error store must do. */
@Export
@Version("0.1.0")
package eventflux.testkit.errors;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
