package eventflux.core;

import eventflux.api.spi.mapper.SourceMapper;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.SourcePlace;
import eventflux.core.state.Snapshots;
import eventflux.core.state.StateUnit;
import eventflux.core.state.UnitState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** How far the sources of an application have come, by name. Changed by one thread at a time, read by any. */
final class SourcePlaces {

    private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();

    private record Kept(StateUnit unit, SourcePlace place) {}

    /** Forgets all. */
    void clear() {
        kept.clear();
    }

    /** A place for a source that is made anew: that of a state, where it has one. */
    SourcePlace place(Endpoint endpoint, byte[] state) {
        StateUnit unit = SourcePlace.unit(endpoint.name(), endpoint.transport().toString());
        SourcePlace place = new SourcePlace();
        UnitState one = new UnitState(unit, List.of(place));
        if (state.length > 0) {
            new Snapshots(List.of(one), new SymbolTable()).restore(state);
        }
        kept.put(endpoint.name(), new Kept(unit, place));
        return place;
    }

    /** Whether a source has told where it is. */
    boolean isKnown(String source) {
        Kept one = kept.get(source);
        return one != null && one.place().isKnown();
    }

    /** Whether any source has told where it is. */
    boolean areKnown() {
        return kept.keySet().stream().anyMatch(this::isKnown);
    }

    /** Tells a mapper that is about to map the messages of a source. */
    void recall(Endpoint endpoint, SourceMapper mapper) {
        String format =
                endpoint.mapper().map(mapping -> mapping.extension().toString()).orElse("");
        kept.get(endpoint.name()).place().recall(mapper, format);
    }

    /** Those that are somewhere now, and those that a state has somewhere. */
    Set<String> moving(byte[] state) {
        Set<String> moving = new HashSet<>();
        kept.keySet().stream().filter(this::isKnown).forEach(moving::add);
        Snapshots.units(state).stream()
                .filter(unit -> unit.kind().equals(SourcePlace.KIND))
                .map(StateUnit::name)
                .forEach(moving::add);
        return moving;
    }

    /** Forgets the sources that a text does not have. */
    void retain(ResolvedApp app) {
        kept.keySet()
                .removeIf(source -> app.sources().stream()
                        .noneMatch(endpoint -> endpoint.name().equals(source)));
    }

    /** What of the application's state is theirs. */
    List<UnitState> state() {
        return kept.values().stream()
                .filter(one -> !one.place().isEmpty())
                .map(one -> new UnitState(one.unit(), List.of(one.place())))
                .toList();
    }
}
