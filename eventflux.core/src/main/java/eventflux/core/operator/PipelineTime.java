package eventflux.core.operator;

import eventflux.core.operator.eventtime.EventTime;
import eventflux.core.time.AppClock;
import java.util.Optional;

/**
 * What a pipeline has to do with time.
 *
 * @param clock the application's time
 * @param isRead whether anything asks for the time, so that the clock must be moved before rows go in
 * @param idle how the clock goes on in playback when no row comes, if it does
 * @param events the streams whose rows carry the time that the clock follows, if there are such
 */
public record PipelineTime(AppClock clock, boolean isRead, Optional<IdleSteps> idle, Optional<EventTime> events) {}
