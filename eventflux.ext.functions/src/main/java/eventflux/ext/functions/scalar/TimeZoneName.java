package eventflux.ext.functions.scalar;

import java.time.DateTimeException;
import java.time.ZoneId;

/** A time zone by name or offset: {@code Europe/Berlin}, {@code +05:30}, {@code UTC}. */
public final class TimeZoneName {

    private final ZoneId zone;

    /** Looks a zone up. */
    public TimeZoneName(String name) {
        try {
            zone = ZoneId.of(name);
        } catch (DateTimeException e) {
            throw FunctionError.BAD_TIME_ZONE.with("zone", name);
        }
    }

    ZoneId zone() {
        return zone;
    }
}
