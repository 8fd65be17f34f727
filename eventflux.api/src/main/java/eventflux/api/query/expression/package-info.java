/** Expressions of the syntax tree, as written: nothing is resolved, folded or typed here. */
@Export
@Version("0.1.0")
package eventflux.api.query.expression;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
