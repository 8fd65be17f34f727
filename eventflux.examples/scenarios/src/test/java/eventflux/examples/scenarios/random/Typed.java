package eventflux.examples.scenarios.random;

import eventflux.api.event.DataType;

/** An expression and its type. */
record Typed(String text, DataType type) {}
