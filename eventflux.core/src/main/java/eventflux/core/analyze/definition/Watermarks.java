package eventflux.core.analyze.definition;

import eventflux.api.error.SourcePosition;
import eventflux.core.analyze.endpoint.WatermarkSettings;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.StreamTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The event times of all streams, and the streams that take their late rows. */
public final class Watermarks {

    private final Streams streams;
    private final ProblemLog problems;
    private final Map<StreamColumns, WatermarkSettings> settings = new LinkedHashMap<>();

    public Watermarks(Streams streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    /** Takes what was said of a stream, after it was defined. */
    void take(StreamColumns stream, WatermarkSettings said) {
        if (said.position().isEmpty()) {
            return;
        }
        said.time().ifPresent(time -> {
            streams.time(stream.name(), time);
            settings.put(stream, said);
        });
    }

    /** Defines the streams of late rows that nobody defines; reports what does not go together. When all streams are defined. */
    public void check(boolean isPlayback) {
        settings.forEach((stream, said) -> {
            if (isPlayback) {
                problems.report(
                        AnalysisError.WATERMARK_IN_PLAYBACK, said.position().orElseThrow());
            }
            said.lateStreamAt().ifPresent(position -> checkLateStream(stream, position));
        });
    }

    private void checkLateStream(StreamColumns stream, SourcePosition position) {
        String name = streams.time(stream.name()).map(StreamTime::lateStream).orElseThrow();
        Optional<StreamColumns> found = streams.find(name);
        if (found.isEmpty() && !streams.isTaken(name)) {
            streams.define(
                    new StreamColumns(name, stream.schema(), stream.unresolved(), stream.isKnown()), Optional.empty());
        } else if (!found.map(StreamColumns::schema)
                        .filter(stream.schema()::equals)
                        .isPresent()
                || streams.tables().has(name)
                || streams.time(name).isPresent()) {
            problems.report(AnalysisError.WRONG_LATE_STREAM, position, "stream", name, "expected", stream.schema());
        }
    }
}
