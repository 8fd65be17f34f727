/**
 * When things happen: by the calendar ({@link CronSchedule}, used by triggers and windows alike), or again after they have failed
 * ({@link BackOff}).
 */
@Export
@Version("0.1.0")
package eventflux.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
