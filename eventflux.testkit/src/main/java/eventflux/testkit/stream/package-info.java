/** The contract test of stream functions: extend {@link eventflux.testkit.stream.StreamFunctionContract}. */
@Export
@Version("0.1.0")
package eventflux.testkit.stream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
