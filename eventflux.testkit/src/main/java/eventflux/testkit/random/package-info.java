/** What tests make by chance: choices that one number repeats, and names for what is made. What is chosen from is the test's own. */
@Export
@Version("0.1.0")
package eventflux.testkit.random;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
