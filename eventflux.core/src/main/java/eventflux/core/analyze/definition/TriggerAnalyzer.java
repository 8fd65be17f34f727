package eventflux.core.analyze.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.definition.AtCron;
import eventflux.api.query.definition.AtEvery;
import eventflux.api.query.definition.AtStart;
import eventflux.api.query.definition.TriggerTimeVisitor;
import eventflux.api.time.CronSchedule;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.TriggerSchedule;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves triggers: streams of one column that the engine fills. */
public final class TriggerAnalyzer implements TriggerTimeVisitor<Optional<TriggerSchedule>> {

    private static final Schema SCHEMA = new Schema(List.of(new Column("triggered_time", DataType.LONG)));

    private final Streams streams;
    private final ProblemLog problems;

    public TriggerAnalyzer(Streams streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    /** Defines the stream, with its schedule unless that is wrong. */
    public void analyze(TriggerDefinition definition) {
        String name = definition.name().text();
        streams.define(StreamColumns.of(name, SCHEMA, Set.of()), Optional.empty());
        definition.time().accept(this).ifPresent(schedule -> streams.trigger(name, schedule));
    }

    @Override
    public Optional<TriggerSchedule> visitAtStart(AtStart time) {
        return Optional.of(new TriggerSchedule.AtStart());
    }

    @Override
    public Optional<TriggerSchedule> visitAtEvery(AtEvery time) {
        try {
            long millis = time.period().millis();
            if (millis >= 1) {
                return Optional.of(new TriggerSchedule.Every(millis));
            }
            problems.report(AnalysisError.WRONG_PERIOD, time.period().position(), "clause", "EVERY");
        } catch (ArithmeticException e) {
            problems.report(AnalysisError.NUMBER_TOO_LARGE, time.period().position());
        }
        return Optional.empty();
    }

    @Override
    public Optional<TriggerSchedule> visitAtCron(AtCron time) {
        String expression = time.schedule().value().strip();
        ZoneId zone = ZoneId.systemDefault();
        try {
            CronSchedule.parse(expression, zone);
            return Optional.of(new TriggerSchedule.Cron(expression, zone.getId()));
        } catch (IllegalArgumentException e) {
            return refuse(expression, e.getMessage(), time.position());
        }
    }

    private Optional<TriggerSchedule> refuse(String text, String cause, SourcePosition position) {
        problems.report(AnalysisError.WRONG_SCHEDULE, position, "schedule", text, "cause", cause);
        return Optional.empty();
    }
}
