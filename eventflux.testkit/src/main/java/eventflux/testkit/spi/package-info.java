/** What the contract tests of all kinds of extensions share: arguments written as text, and the rule about fields. */
@Export
@Version("0.2.0")
package eventflux.testkit.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
