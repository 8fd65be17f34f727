package eventflux.core.compile;

import eventflux.api.event.Schema;
import eventflux.core.operator.FaultRows;
import eventflux.core.operator.IdleSteps;
import eventflux.core.operator.PipelineTime;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.eventtime.EventTime;
import eventflux.core.operator.eventtime.TimeBounds;
import eventflux.core.operator.eventtime.TimedStream;
import eventflux.core.plan.Plan;
import eventflux.core.plan.StateShape;
import eventflux.core.plan.StateShapes;
import eventflux.core.plan.StreamPlan;
import eventflux.core.resolved.AppTime;
import eventflux.core.resolved.StreamTime;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.UnitStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes what moves the clock beside the engine's time: streams with watermarks, and the steps of an idle playback. */
final class TimeCompiler {

    private final CompileScope scope;
    private final Map<String, StreamJunction> junctions;
    private final FailureCompiler failures;
    private final Function<StateShape, UnitStates.Collector> units;

    /**
     * A compiler.
     *
     * @param units collects what remembers, by what its state depends on
     */
    TimeCompiler(
            CompileScope scope,
            Map<String, StreamJunction> junctions,
            FailureCompiler failures,
            Function<StateShape, UnitStates.Collector> units) {
        this.units = units;
        this.scope = scope;
        this.junctions = junctions;
        this.failures = failures;
    }

    PipelineTime compile(Plan plan, boolean readsClock, StateShapes shapes) {
        List<TimedStream> timed = plan.streams().stream()
                .filter(stream -> stream.time().isPresent())
                .map(stream -> timed(stream, stream.time().get(), units.apply(shapes.watermark(stream))))
                .toList();
        return new PipelineTime(
                scope.clock(),
                readsClock,
                idle(plan.time(), shapes),
                timed.isEmpty() ? Optional.empty() : Optional.of(new EventTime(timed)));
    }

    private Optional<IdleSteps> idle(AppTime time, StateShapes shapes) {
        if (time.idleMillis() == 0) {
            return Optional.empty();
        }
        OperatorState cells = cells("playback", new RowLayout(Schema.of()), units.apply(shapes.playback()));
        return Optional.of(new IdleSteps(cells.longCell("due", 0), time.idleMillis(), time.stepMillis()));
    }

    private TimedStream timed(StreamPlan stream, StreamTime time, UnitStates.Collector unit) {
        StreamJunction junction = junctions.get(stream.name());
        OperatorState cells = cells(stream.name() + "/watermark", junction.layout(), unit);
        return new TimedStream(
                junction,
                new TimeBounds(time.column(), time.delayMillis(), time.latenessMillis(), time.idleMillis()),
                new TimedStream.State(cells, scope.symbols()),
                late(time),
                failures.of(stream.name()));
    }

    private RowFailures late(StreamTime time) {
        if (time.lateStream().isEmpty()) {
            return scope.failures();
        }
        StreamJunction target = junctions.get(time.lateStream());
        RowBuilder builder = new RowBuilder(new RowBatch(target.layout()), scope.symbols());
        return new FaultRows(FaultRows::asItIs, builder, target, scope.failures());
    }

    private OperatorState cells(String id, RowLayout layout, UnitStates.Collector unit) {
        RecordPart part = new RecordPart(id, scope.records());
        unit.add(part);
        return part.state(new RowArena(), id + ".", layout, scope.symbols());
    }
}
