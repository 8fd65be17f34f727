package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.endpoint.EndpointDraft;
import eventflux.core.analyze.endpoint.FailureSettings;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.FailurePolicy.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of all streams, the fault streams that they define, and where their dead letters go. */
public final class FailurePolicies {

    private static final Schema DEAD_LETTER = new Schema(List.of(
            new Column("originalEvent", DataType.STRING),
            new Column("errorMessage", DataType.STRING),
            new Column("errorType", DataType.STRING),
            new Column("timestamp", DataType.LONG),
            new Column("attemptCount", DataType.INT),
            new Column("streamName", DataType.STRING)));

    /** The column that a fault stream has besides those of its stream. */
    static final String ERROR = "_error";

    private final Streams streams;
    private final ProblemLog problems;
    private final Map<String, SourcePosition> deadLetters = new LinkedHashMap<>();
    // The streams whose own failures become dead letters.
    private final Map<String, SourcePosition> senders = new LinkedHashMap<>();
    // By the stream of dead letters.
    private final Map<String, FailurePolicy> fallbacks = new HashMap<>();

    public FailurePolicies(Streams streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    /** Takes what was said of a stream, after it was defined. */
    void take(StreamColumns stream, FailureSettings settings) {
        FailurePolicy policy = settings.policy();
        streams.onFailure(stream.name(), policy);
        provide(stream, policy, settings);
    }

    /** Takes what a source or sink says, or else its stream for it. */
    void take(StreamColumns stream, EndpointDraft endpoint, FailureSettings above) {
        FailureSettings own = endpoint.care().failures();
        boolean isOwn = own != above && own.isGiven();
        FailurePolicy policy = isOwn ? own.policy() : above.ofEndpoints();
        provide(stream, policy, isOwn ? own : above);
        if (policy.feedsStream() && endpoint.kind() == ExtensionKind.SINK) {
            streams.onSinkFailure(stream.name(), policy.stream());
        }
    }

    private void provide(StreamColumns stream, FailurePolicy policy, FailureSettings settings) {
        if (policy.action() == Action.FAULT_STREAM && !streams.isKnown(policy.stream())) {
            streams.define(faultStream(stream), Optional.empty());
        } else if (policy.action() == Action.DEAD_LETTERS) {
            SourcePosition position = settings.deadLettersAt().orElseThrow();
            deadLetters.put(policy.stream(), position);
            settings.fallback().ifPresent(fallback -> fallbacks.put(policy.stream(), fallback));
            if (policy.stream().equals(stream.name())) {
                problems.report(AnalysisError.LETTERS_OF_LETTERS, position, "stream", stream.name());
            } else {
                senders.put(stream.name(), position);
            }
        }
    }

    /** A sink of dead letters that says nothing itself does what those who send the letters say. */
    public Endpoint withFallback(Endpoint sink) {
        FailurePolicy fallback = fallbacks.get(sink.stream());
        boolean isSilent = sink.care().failures().equals(FailurePolicy.LOG);
        return fallback != null && isSilent ? sink.withFailures(fallback) : sink;
    }

    private static StreamColumns faultStream(StreamColumns stream) {
        List<Column> columns = new ArrayList<>(stream.schema().columns());
        if (stream.schema().indexOf(ERROR) < 0) { // else it is reported
            columns.add(new Column(ERROR, DataType.STRING));
        }
        return new StreamColumns(
                FailureSettings.FAULT + stream.name(), new Schema(columns), stream.unresolved(), stream.isKnown());
    }

    /** Reports streams of dead letters that are not there, are no streams, or have other columns; when all are defined. */
    public void check() {
        deadLetters.forEach((name, position) -> {
            Optional<StreamColumns> found = streams.find(name);
            if (found.isEmpty() && !streams.isLookedUp(name)) {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_STREAM, "stream", name), position, name, streams.names());
            } else if (streams.isLookedUp(name) || !found.get().schema().equals(DEAD_LETTER)) {
                problems.report(AnalysisError.WRONG_DEAD_LETTERS, position, "stream", name, "expected", DEAD_LETTER);
            } else if (senders.containsKey(name)) {
                problems.report(AnalysisError.LETTERS_OF_LETTERS, senders.get(name), "stream", name);
            }
        });
    }
}
