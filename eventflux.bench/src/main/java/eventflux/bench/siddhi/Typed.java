package eventflux.bench.siddhi;

import eventflux.api.event.DataType;

/**
 * An expression.
 *
 * @param text as it is written
 * @param type of its value
 */
record Typed(String text, DataType type) {}
