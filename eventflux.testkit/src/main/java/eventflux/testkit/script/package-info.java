/** The contract of languages of scripts. */
@Export
@Version("0.1.0")
package eventflux.testkit.script;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
