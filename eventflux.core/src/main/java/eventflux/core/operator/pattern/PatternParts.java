package eventflux.core.operator.pattern;

import eventflux.core.operator.KeyedTimer;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;

/**
 * A pattern and what belongs to it.
 *
 * @param program the pattern
 * @param record what it remembers of the present key
 * @param state hands out cells of that
 * @param arena where partial matches lie
 * @param timer the alarm of its absences
 * @param row of the composed rows
 * @param symbols what their codes mean
 * @param order its place among the timers of the application, from the plan
 */
public record PatternParts(
        PatternProgram program,
        RecordPart record,
        OperatorState state,
        RowArena arena,
        KeyedTimer timer,
        RowLayout row,
        SymbolTable symbols,
        int order) {}
