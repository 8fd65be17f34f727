package eventflux.core.operator.condition;

import eventflux.core.state.RecordStore;

/**
 * The condition that one text stands for. What its aggregates have counted lies in records of its own, one for each key that the text
 * holds for: which cells a text needs is known when it comes, not when the records of the keys are laid out.
 *
 * @param condition reads and writes the record that is selected
 * @param records what is counted, for each key
 */
public record TextCondition(CompiledCondition condition, RecordStore records) {}
