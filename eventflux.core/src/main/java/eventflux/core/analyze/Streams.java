package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The streams of the application under analysis: defined ones, and those that queries fill without a definition. */
final class Streams {

    private final Map<String, StreamColumns> known = new LinkedHashMap<>();
    private final Map<String, AsyncOptions> async = new HashMap<>();
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> expected = new LinkedHashSet<>();

    /** Adds a stream that a definition declares. */
    void define(StreamColumns columns, Optional<AsyncOptions> options) {
        known.put(columns.name(), columns);
        options.ifPresent(found -> async.put(columns.name(), found));
    }

    /** Adds a stream that a query fills first; the order of {@link #expect} stays. */
    void infer(StreamColumns columns) {
        known.put(columns.name(), columns);
    }

    /** A stream that a query will fill. */
    void expect(String name) {
        expected.add(name);
    }

    /** A name that stands for something that the engine cannot run yet, which has been reported. */
    void withhold(String name) {
        withheld.add(name);
    }

    /** Whether a definition has taken the name. */
    boolean isTaken(String name) {
        return known.containsKey(name) || withheld.contains(name);
    }

    /** Whether a stream of that name is declared, or inferred already. */
    boolean isKnown(String name) {
        return known.containsKey(name);
    }

    /** The columns of a stream that is known. */
    Optional<StreamColumns> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The columns of a stream that a query reads; a problem when nobody defines or fills it. */
    StreamColumns read(StreamName stream, ProblemLog problems) {
        String name = stream.text();
        if (!isTaken(name) && !expected.contains(name)) {
            List<String> names = new ArrayList<>(known.keySet());
            names.addAll(expected);
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_STREAM, "stream", name), stream.position(), name, names);
        }
        return known.getOrDefault(name, StreamColumns.unknown(name));
    }

    /** All of them: those that are defined in their order, then the others in the order in which the text fills them. */
    List<ResolvedStream> resolved() {
        Set<String> names = new LinkedHashSet<>(known.keySet());
        names.removeAll(expected);
        names.addAll(expected);
        return names.stream()
                .filter(known::containsKey)
                .map(name -> new ResolvedStream(name, known.get(name).schema(), Optional.ofNullable(async.get(name))))
                .toList();
    }
}
