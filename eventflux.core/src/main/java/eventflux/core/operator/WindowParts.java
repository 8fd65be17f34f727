package eventflux.core.operator;

import eventflux.api.spi.window.Window;

/**
 * A window and what belongs to it.
 *
 * @param window made by the extension
 * @param timer the alarm that it was given
 * @param order its place among the timers of the application, from the plan
 */
public record WindowParts(Window window, KeyedTimer timer, int order) {}
