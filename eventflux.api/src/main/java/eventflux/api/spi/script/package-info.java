/** The extension point for languages of scripts. The contract test is {@code eventflux.testkit.script.ScriptContract}. */
@Export
@Version("0.1.0")
package eventflux.api.spi.script;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
