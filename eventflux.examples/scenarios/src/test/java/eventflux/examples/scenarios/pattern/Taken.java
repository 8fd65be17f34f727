package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Group;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Row;
import eventflux.examples.scenarios.pattern.Part.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events that an attempt has taken, by their names. */
final class Taken {

    private final Steps steps;
    private final Map<String, List<Row>> events = new HashMap<>();
    // What the whole rounds of groups have, while another goes on.
    private final Map<Part, Map<String, List<Row>>> whole = new IdentityHashMap<>();

    Taken(Steps steps) {
        this.steps = steps;
    }

    void copy(Taken other) {
        events.putAll(other.events);
        other.whole.forEach((group, rows) -> whole.put(group, new HashMap<>(rows)));
    }

    void add(One one, Row row) {
        List<Row> more =
                one.isCollected() ? new ArrayList<>(events.getOrDefault(one.alias(), List.of())) : new ArrayList<>();
        more.add(row);
        events.put(one.alias(), more);
    }

    /** What an event or silence sees of the others, and what a match shows: of groups that it is not in, whole rounds. */
    Map<String, List<Row>> seenBy(Part observer) {
        Map<String, List<Row>> seen = new TreeMap<>(events);
        for (Part part : steps.all) {
            for (Part group : Inside.all(part)) {
                if (group instanceof Group && (observer == null || !Inside.contains(group, observer))) {
                    // What an outer one has covers what an inner one has.
                    names(group).forEach(seen::remove);
                    seen.putAll(whole.getOrDefault(group, Map.of()));
                }
            }
        }
        return seen;
    }

    /** Whether an event fits what is waited for, of all that can be seen from there. */
    boolean isFollowedBy(Row row, Part leaf) {
        if (leaf instanceof Silence silence) {
            return silence.stream().equals(row.stream()) && silence.test().fits(row, seenBy(leaf));
        }
        One one = (One) leaf;
        return one.stream().equals(row.stream()) && one.test().fits(row, seenBy(leaf));
    }

    private static List<String> names(Part part) {
        return Inside.leaves(part).stream()
                .filter(One.class::isInstance)
                .map(leaf -> ((One) leaf).alias())
                .toList();
    }

    /** A round of a group is whole: who is not in the group sees it from now on. */
    void keep(Group group) {
        Map<String, List<Row>> rows = seenBy(group.chain());
        rows.keySet().retainAll(names(group));
        whole.put(group, rows);
    }

    /** What a part of a place has taken is what it was when it began, which is when a round around it was whole. */
    void restore(Part part, Part place) {
        Part around = part instanceof Group ? part : null;
        for (Part outer : Inside.all(place)) {
            boolean isAround = outer instanceof Group && outer != part && Inside.contains(outer, part);
            around = around == null && isAround ? outer : around;
        }
        Map<String, List<Row>> kept = around == null ? Map.of() : whole.getOrDefault(around, Map.of());
        for (String name : names(part)) {
            events.remove(name);
            if (kept.containsKey(name)) {
                events.put(name, kept.get(name));
            }
        }
        for (Part inner : Inside.all(part)) {
            if (inner instanceof Group && inner != part) {
                Map<String, List<Row>> rows = new HashMap<>(kept);
                rows.keySet().retainAll(names(inner));
                whole.put(inner, rows);
            }
        }
    }

    /** A place has taken nothing. */
    void forget(Part place) {
        names(place).forEach(events::remove);
        Inside.all(place).forEach(whole::remove);
    }
}
