/**
 * How values read and print as text, the same in every mapper, sink and shell command and on every Java version. Text of whole
 * formats such as JSON lives with its mapper.
 */
@Export
@Version("0.2.0")
package eventflux.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
