/** The contract of libraries of functions. */
@Export
@Version("0.1.0")
package eventflux.testkit.function;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
