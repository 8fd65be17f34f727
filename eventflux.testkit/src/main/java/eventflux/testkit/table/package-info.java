/**
 * What stores are tested with when no engine is there: a model of a table that does all that can be asked of one, and
 * the contract that compares a store with it.
 */
@Export
@Version("0.1.0")
package eventflux.testkit.table;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
