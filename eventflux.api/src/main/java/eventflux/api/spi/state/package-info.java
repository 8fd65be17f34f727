/**
 * What an extension may remember: cells and containers of the present key, kept, saved and restored by the engine. Used
 * by the thread that owns the application, during calls into the extension.
 */
@Export
@Version("0.1.0")
package eventflux.api.spi.state;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
