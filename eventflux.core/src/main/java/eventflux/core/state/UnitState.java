package eventflux.core.state;

import java.util.List;

/**
 * A unit with the operators that remember for it.
 *
 * @param unit which
 * @param operators in the order of the plan; their ids are unique in the unit
 */
public record UnitState(StateUnit unit, List<Stateful> operators) {

    /** Copies the list. */
    public UnitState {
        operators = List.copyOf(operators);
    }
}
