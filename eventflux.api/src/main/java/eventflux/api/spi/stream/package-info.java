/**
 * The extension point for functions over the rows of a stream. The contract test is {@code
 * eventflux.testkit.stream.StreamFunctionContract}.
 */
@Export
@Version("0.1.0")
package eventflux.api.spi.stream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
