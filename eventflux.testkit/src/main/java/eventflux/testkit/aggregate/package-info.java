/** The contract test of aggregators: extend {@link eventflux.testkit.aggregate.AggregatorContract}. */
@Export
@Version("0.2.0")
package eventflux.testkit.aggregate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
