package eventflux.core.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what remembers, unit by unit, while a pipeline is compiled. Used by the thread that compiles. */
public final class UnitStates {

    private final Map<StateUnit, List<Stateful>> units = new LinkedHashMap<>();

    /** Collects for one unit. */
    public Collector of(StateUnit unit) {
        return new Collector(unit);
    }

    /** The units that remember anything, in the order in which they first did. */
    public List<UnitState> all() {
        List<UnitState> all = new ArrayList<>();
        units.forEach((unit, operators) -> all.add(new UnitState(unit, operators)));
        return all;
    }

    /** Takes what remembers for one unit. */
    public final class Collector {

        private final StateUnit unit;

        private Collector(StateUnit unit) {
            this.unit = unit;
        }

        /** Adds an operator of the unit. */
        public void add(Stateful operator) {
            units.computeIfAbsent(unit, none -> new ArrayList<>()).add(operator);
        }

        /** How many operators there are so far, those of other units included. */
        public int size() {
            return units.values().stream().mapToInt(List::size).sum();
        }
    }
}
