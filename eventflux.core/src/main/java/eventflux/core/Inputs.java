package eventflux.core;

import eventflux.api.RingStatistics;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.core.failure.CircuitBreaker;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import eventflux.core.resolved.WhenFull;
import eventflux.core.run.AppAgent;
import eventflux.core.run.RingInput;
import eventflux.core.run.RingOptions;
import eventflux.core.run.RowInput;
import eventflux.core.run.StreamInput;
import eventflux.core.run.pressure.BackPressure;
import eventflux.core.run.pressure.BreakCircuit;
import eventflux.core.run.pressure.DropNewest;
import eventflux.core.run.pressure.DropOldest;
import eventflux.core.run.pressure.EverLongerPauses;
import eventflux.core.run.pressure.SenderTime;
import eventflux.core.run.pressure.WaitForAWhile;
import eventflux.core.run.pressure.WaitForRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The ways into the streams of an application. They outlive its pipelines, so that senders keep what they hold. */
final class Inputs {

    private final String application;
    private final AppAgent agent;
    private final FailureLog failures;
    private final Map<String, StreamInput> direct = new ConcurrentHashMap<>();
    private final Map<String, RingInput> rings = new ConcurrentHashMap<>();
    // Written by whoever changes the life of the application.
    private List<RingInput> started = List.of();

    Inputs(String application, AppAgent agent, FailureLog failures) {
        this.application = application;
        this.agent = agent;
        this.failures = failures;
    }

    RowInput input(String stream) {
        RingInput ring = rings.get(stream);
        return ring != null ? ring : direct.get(stream);
    }

    /** Leads all streams into a pipeline; as the owner. What lies in rings without a thread is of a former life. */
    void connect(ResolvedApp app, Pipeline pipeline) {
        for (ResolvedStream stream : app.streams()) {
            StreamInput input =
                    direct.computeIfAbsent(stream.name(), name -> new StreamInput(name, stream.schema(), agent));
            input.connect(pipeline);
            stream.async()
                    .ifPresent(async -> rings.computeIfAbsent(
                            stream.name(), name -> new RingInput(input, agent, options(async, stream.policy()))));
        }
        if (started.isEmpty()) {
            rings.values().forEach(RingInput::clear);
        }
    }

    private RingOptions options(AsyncOptions async, FailurePolicy policy) {
        return new RingOptions(
                async.bufferSize(), async.batchSize(), pressure(async.whenFull()), policy.handsOn(), failures);
    }

    private static BackPressure pressure(WhenFull whenFull) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(whenFull.millis());
        SenderTime time = SenderTime.SYSTEM;
        return switch (whenFull.strategy()) {
            case BLOCK -> new WaitForRoom();
            case DROP_NEWEST -> new DropNewest();
            case DROP_OLDEST -> new DropOldest();
            case TIMEOUT -> new WaitForAWhile(nanos, time);
            case EXPONENTIAL_BACKOFF -> new EverLongerPauses(nanos, time);
            case CIRCUIT_BREAKER -> new BreakCircuit(new CircuitBreaker(whenFull.failures(), nanos), time);
        };
    }

    /** What the rings have done so far; as the owner. */
    Map<String, RingStatistics> statistics() {
        Map<String, RingStatistics> statistics = new TreeMap<>();
        rings.forEach((stream, ring) -> statistics.put(stream, ring.statistics()));
        return statistics;
    }

    /** Lets go of the pipeline; as the owner. */
    void disconnect() {
        direct.values().forEach(StreamInput::disconnect);
    }

    /** Refuses an application whose streams are not what senders know. */
    void requireSame(ResolvedApp app) {
        for (ResolvedStream stream : app.streams()) {
            StreamInput known = direct.get(stream.name());
            Schema before = known == null ? stream.schema() : known.schema();
            if (!before.equals(stream.schema())) {
                throw new EventFluxException(Problem.of(
                        AppError.SCHEMA_CHANGED, "stream", stream.name(), "before", before, "after", stream.schema()));
            }
        }
    }

    /** Starts the threads of asynchronous streams that have none. */
    void start() {
        if (started.isEmpty()) {
            started = new ArrayList<>(rings.values());
            started.forEach(ring -> ring.start(application));
        }
    }

    /** Ends them when what is in the rings has been processed. */
    void stop() {
        started.forEach(RingInput::stop);
        started = List.of();
    }

    /** Waits until nothing is on its way in any ring. */
    void awaitEmpty() {
        rings.values().forEach(RingInput::awaitEmpty);
    }
}
