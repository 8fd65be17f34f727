package eventflux.core;

import eventflux.api.UpdatePlan;
import eventflux.api.UpdatePlan.Fate;
import eventflux.api.UpdatePlan.Part;
import eventflux.core.plan.StateShape;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.run.SourcePlace;
import eventflux.core.state.StateUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Tells what becomes of a state that one text has left when another text goes on with it. */
final class StateFates {

    private static final int LONGEST_ASPECT = 60;

    private StateFates() {}

    /**
     * The fates of what remembers in pipelines: that of the new text in its order, then what is lost. What becomes of sources is said by
     * {@link Sources#compare}.
     */
    static List<Part> of(List<StateUnit> all, List<StateUnit> after) {
        List<StateUnit> before = all.stream()
                .filter(unit -> !unit.kind().equals(SourcePlace.KIND))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (StateUnit unit : after) {
            Optional<StateUnit> former =
                    before.stream().filter(unit::isCalledLike).findFirst();
            parts.add(
                    former.isEmpty()
                            ? part(unit, Fate.NEW, "")
                            : unit.fits(former.get())
                                    ? part(unit, Fate.KEEPS, "")
                                    : part(unit, Fate.STARTS_EMPTY, changes(former.get(), unit)));
        }
        before.stream()
                .filter(unit -> after.stream().noneMatch(unit::isCalledLike))
                .forEach(unit -> parts.add(part(unit, Fate.LOST, "the text has it no more")));
        return parts;
    }

    private static Part part(StateUnit unit, Fate fate, String reason) {
        boolean isGenerated = unit.name().startsWith(ResolvedStream.GENERATED);
        return new Part(unit.kind(), isGenerated ? "(inner) " + unit.name() : unit.name(), fate, reason);
    }

    private static String changes(StateUnit before, StateUnit after) {
        Set<String> aspects = new LinkedHashSet<>(after.shape().keySet());
        aspects.addAll(before.shape().keySet());
        StringJoiner changes = new StringJoiner("; ");
        for (String aspect : aspects) {
            String was = text(before.shape(), aspect);
            String is = text(after.shape(), aspect);
            if (!was.equals(is) && !aspect.equals(StateShape.MEANING)) {
                changes.add(aspect + " was " + shortened(was) + ", is " + shortened(is));
            }
        }
        return changes.setEmptyValue("names in it stand for other columns or types")
                .toString();
    }

    private static String text(Map<String, String> shape, String aspect) {
        return shape.getOrDefault(aspect, "none");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ASPECT ? text : text.substring(0, LONGEST_ASPECT - 1) + "…";
    }

    /** Whether anything of what was remembered goes on. */
    static boolean keepsAny(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.fate() == Fate.KEEPS);
    }

    /** What would be forgotten, as a table. */
    static UpdatePlan forgotten(List<Part> parts) {
        return new UpdatePlan(parts.stream()
                .filter(part -> part.fate() == Fate.LOST || part.fate() == Fate.STARTS_EMPTY)
                .toList());
    }
}
