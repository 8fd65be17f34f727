package eventflux.core.analyze.query;

import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.PatternKind;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternElementVisitor;
import eventflux.api.query.stream.StreamFunction;
import eventflux.api.query.stream.StreamHandler;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes stream functions out of a pattern: the events of such an element come from a stream of their own, which a query fills with
 * what passes the functions, and the filters before them.
 *
 * <p>A later element gets an event before an earlier one, so that one event is not two of a pattern. Therefore all elements of a stream
 * with functions read streams of their own, and those of later elements are filled first.
 */
final class PatternFunctions implements PatternElementVisitor<PatternElement> {

    private final Streams streams;
    private final Predicate<StreamFunction> isWindow;
    // The first element without an alias of each stream.
    private final Map<String, EventElement> unnamed = new HashMap<>();
    private final Set<String> affected = new HashSet<>();

    /** Makes streams of their own. */
    interface Streams {

        /** The name of a stream that a query fills with what the handlers make of another. */
        StreamName derived(StreamName stream, List<StreamHandler> handlers);
    }

    PatternFunctions(Streams streams, Predicate<StreamFunction> isWindow) {
        this.streams = streams;
        this.isWindow = isWindow;
    }

    /** The pattern without functions. */
    PatternInput apart(PatternInput input, ProblemLog problems) {
        List<EventElement> events = new ArrayList<>();
        List<EventElement> absent = new ArrayList<>();
        collect(input.pattern(), events, absent);
        events.stream()
                .filter(event -> event.alias().isEmpty())
                .forEach(event -> unnamed.putIfAbsent(event.stream().qualified(), event));
        events.forEach(event -> event.alias().ifPresent(alias -> unnamed.remove(alias.text())));
        events.addAll(absent);
        events.stream()
                .filter(event -> behindFunctions(event) > 0)
                .forEach(event -> affected.add(event.stream().qualified()));
        if (affected.isEmpty()) {
            return input;
        }
        if (input.kind() == PatternKind.SEQUENCE) {
            reportTwice(events, problems);
        }
        return new PatternInput(
                input.kind(), input.pattern().accept(this), input.within(), input.partitionBy(), input.position());
    }

    // Every event of a sequence counts, and would count twice.
    private void reportTwice(List<EventElement> events, ProblemLog problems) {
        Set<String> seen = new HashSet<>();
        for (EventElement event : events) {
            String stream = event.stream().qualified();
            if (affected.contains(stream) && !seen.add(stream)) {
                problems.reportUnsupported("a function on a stream that a sequence reads twice", event.position());
            }
        }
    }

    private static void collect(PatternElement element, List<EventElement> events, List<EventElement> absences) {
        if (element instanceof EventElement event) {
            events.add(event);
        } else if (element instanceof AbsentElement absent) {
            absences.add(absent.absent());
        } else if (element instanceof EveryElement every) {
            collect(every.element(), events, absences);
        } else if (element instanceof GroupElement group) {
            collect(group.element(), events, absences);
        } else if (element instanceof ChainElement chain) {
            chain.elements().forEach(part -> collect(part, events, absences));
        } else if (element instanceof LogicalElement logical) {
            logical.elements().forEach(part -> collect(part, events, absences));
        }
    }

    /** The number of the first handler behind the last function; 0 where there is none, or where a window stands. */
    private int behindFunctions(EventElement event) {
        int behind = 0;
        for (int i = 0; i < event.handlers().size(); i++) {
            if (event.handlers().get(i) instanceof StreamFunction function) {
                if (isWindow.test(function)) {
                    return 0;
                }
                behind = i + 1;
            }
        }
        return behind;
    }

    @Override
    public PatternElement visitEventElement(EventElement event) {
        return derived(event);
    }

    private EventElement derived(EventElement event) {
        if (!affected.contains(event.stream().qualified())) {
            return event;
        }
        int behind = behindFunctions(event);
        StreamName stream = streams.derived(event.stream(), event.handlers().subList(0, behind));
        return new EventElement(
                event.alias().or(() -> ownName(event)),
                stream,
                event.handlers().subList(behind, event.handlers().size()),
                event.quantifier(),
                event.position());
    }

    // The first event of a stream may be called by the stream's name.
    private Optional<Name> ownName(EventElement event) {
        StreamName stream = event.stream();
        return event.equals(unnamed.get(stream.qualified()))
                ? Optional.of(new Name(stream.qualified(), stream.position()))
                : Optional.empty();
    }

    @Override
    public PatternElement visitAbsentElement(AbsentElement element) {
        return new AbsentElement(derived(element.absent()), element.duration(), element.position());
    }

    @Override
    public PatternElement visitLogicalElement(LogicalElement logical) {
        return new LogicalElement(logical.connective(), fromBehind(logical.elements()), logical.position());
    }

    @Override
    public PatternElement visitChainElement(ChainElement chain) {
        return new ChainElement(fromBehind(chain.elements()), chain.position());
    }

    private List<PatternElement> fromBehind(List<PatternElement> elements) {
        List<PatternElement> plain = new ArrayList<>(elements);
        for (int i = plain.size() - 1; i >= 0; i--) {
            plain.set(i, plain.get(i).accept(this));
        }
        return plain;
    }

    @Override
    public PatternElement visitEveryElement(EveryElement every) {
        return new EveryElement(every.element().accept(this), every.position());
    }

    @Override
    public PatternElement visitGroupElement(GroupElement group) {
        return new GroupElement(group.element().accept(this), group.quantifier(), group.within(), group.position());
    }
}
