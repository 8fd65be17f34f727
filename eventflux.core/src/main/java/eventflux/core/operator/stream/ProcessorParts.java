package eventflux.core.operator.stream;

import eventflux.api.spi.stream.StreamProcessor;
import eventflux.core.operator.KeyedTimer;
import java.util.Optional;

/**
 * A stream processor and what belongs to it.
 *
 * @param processor made by the extension
 * @param timer the alarm that it has asked for
 * @param order its place among the timers of the application, from the plan
 * @param arguments of its call
 * @param rows what it makes
 */
public record ProcessorParts(
        StreamProcessor processor, Optional<KeyedTimer> timer, int order, ArgumentRow arguments, WiderRows rows) {}
