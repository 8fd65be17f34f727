package eventflux.core.analyze.endpoint;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Watermark;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.catalog.DurationText;
import eventflux.core.resolved.StreamTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The event time of one stream, from {@code WATERMARK FOR ts AS ts - INTERVAL '5' SECOND}, {@code @Watermark(column='ts',
 * delay='5 sec')} and {@code watermark.*}.
 */
public final class WatermarkSettings {

    /** Begins the keys of the SQL dialect. */
    static final String PREFIX = "watermark.";

    private static final List<String> KEYS = List.of("column", "delay", "lateness", "late.stream", "idle");

    private final StreamColumns stream;
    private final ProblemLog problems;

    // Written by the thread that analyses.
    private Optional<String> column = Optional.empty();
    private Optional<SourcePosition> position = Optional.empty();
    private long delayMillis;
    private long latenessMillis;
    private long idleMillis;
    private String lateStream = "";
    private Optional<SourcePosition> lateStreamAt = Optional.empty();

    public WatermarkSettings(StreamColumns stream, ProblemLog problems) {
        this.stream = stream;
        this.problems = problems;
    }

    /** Takes the clause of a definition. */
    public void take(Watermark watermark) {
        position = Optional.of(watermark.position());
        column = Optional.of(watermark.column().text());
        Expression bound = watermark.bound();
        if (isColumn(bound, watermark.column())) {
            return;
        }
        if (bound instanceof Binary less
                && less.operator() == BinaryOperator.SUBTRACT
                && isColumn(less.left(), watermark.column())
                && less.right() instanceof DurationLiteral duration) {
            takeDelay(duration);
        } else {
            problems.report(AnalysisError.WRONG_WATERMARK, bound.position());
        }
    }

    private static boolean isColumn(Expression expression, Name name) {
        return expression instanceof ColumnReference reference
                && reference.qualifier().isEmpty()
                && reference.column().text().equals(name.text());
    }

    private void takeDelay(DurationLiteral duration) {
        try {
            delayMillis = duration.millis();
        } catch (ArithmeticException e) {
            problems.report(AnalysisError.NUMBER_TOO_LARGE, duration.position());
        }
    }

    /** Takes {@code @Watermark}. */
    public void take(Annotation annotation) {
        position = Optional.of(annotation.position());
        RawSetting.written(annotation.elements()).forEach(setting -> take(setting.key(), setting));
    }

    /** Takes one setting, whose key is without {@code watermark.}. */
    public void take(String key, RawSetting setting) {
        position = position.or(() -> Optional.of(setting.position()));
        switch (key.toLowerCase(Locale.ROOT).replace('_', '.')) {
            case "column" -> column = Optional.of(setting.text().strip());
            case "delay" -> delayMillis = millis(setting);
            case "lateness", "allowed.lateness" -> latenessMillis = millis(setting);
            case "idle", "idle.timeout" -> idleMillis = millis(setting);
            case "late.stream" -> {
                lateStream = setting.text().strip();
                lateStreamAt = Optional.of(setting.position());
            }
            default ->
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_SETTING, "owner", "watermark", "setting", setting.key()),
                        setting.position(),
                        key,
                        KEYS);
        }
    }

    private long millis(RawSetting setting) {
        OptionalLong millis = DurationText.millis(setting.text());
        if (millis.isEmpty()) {
            setting.refuse(problems, "a duration");
        }
        return millis.orElse(0);
    }

    /** Where a watermark was spoken of, if it was. */
    public Optional<SourcePosition> position() {
        return position;
    }

    /** Where it was said which stream takes late rows. */
    public Optional<SourcePosition> lateStreamAt() {
        return lateStreamAt;
    }

    /** What was said; empty when nothing was, or a problem has been reported. */
    public Optional<StreamTime> time() {
        if (position.isEmpty()) {
            return Optional.empty();
        }
        if (column.isEmpty()) {
            problems.report(AnalysisError.MISSING_SETTING, position.get(), "owner", "watermark", "setting", "column");
            return Optional.empty();
        }
        Schema schema = stream.schema();
        int index = schema.names().indexOf(column.get());
        if (index < 0) {
            reportUnknownColumn();
            return Optional.empty();
        }
        if (schema.column(index).type() != DataType.LONG) {
            problems.report(AnalysisError.WRONG_WATERMARK, position.get());
            return Optional.empty();
        }
        return Optional.of(new StreamTime(index, delayMillis, latenessMillis, idleMillis, lateStream));
    }

    private void reportUnknownColumn() {
        // A column whose type nobody knows has been reported.
        if (!stream.unresolved().contains(column.get())) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", stream.name(), "column", column.get()),
                    position.get(),
                    column.get(),
                    stream.schema().names());
        }
    }
}
