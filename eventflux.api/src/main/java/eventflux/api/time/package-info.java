/** Calendars: when things that happen by the calendar happen. Used by triggers and windows alike. */
@Export
@Version("0.1.0")
package eventflux.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
