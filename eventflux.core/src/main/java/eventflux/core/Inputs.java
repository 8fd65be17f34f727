package eventflux.core;

import eventflux.api.RingStatistics;
import eventflux.api.UpdatePlan;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The ways into the streams of an application. They outlive its pipelines, so that senders keep what they hold. */
final class Inputs {

    private final String application;
    private final AppAgent agent;
    private final FailureLog failures;
    private final Map<String, StreamInput> direct = new ConcurrentHashMap<>();
    private final Map<String, RingInput> rings = new ConcurrentHashMap<>();
    private final Map<String, ResolvedStream> known = new ConcurrentHashMap<>();
    // All written by whoever changes the life of the application.
    private final Set<RingInput> started = ConcurrentHashMap.newKeySet();
    private Former former = Former.NONE;

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
            known.putIfAbsent(stream.name(), stream);
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

    /** The ways in as they were before a new text; kept until it is clear that it goes on with the new one. */
    private record Former(
            Map<String, StreamInput> direct, Map<String, RingInput> rings, Map<String, ResolvedStream> known) {

        static final Former NONE = new Former(Map.of(), Map.of(), Map.of());
    }

    /** Whether the way into a stream is the same in a new text. */
    boolean keeps(ResolvedApp next, String stream) {
        return next.streams().stream()
                .filter(one -> one.name().equals(stream))
                .anyMatch(one -> isSame(known.get(stream), one));
    }

    private static boolean isSame(ResolvedStream before, ResolvedStream after) {
        return before == null
                || before.schema().equals(after.schema()) && before.async().equals(after.async());
    }

    /** What becomes of the ways in. */
    List<UpdatePlan.Part> compare(ResolvedApp next) {
        List<UpdatePlan.Part> parts = new ArrayList<>();
        for (ResolvedStream after : next.streams()) {
            ResolvedStream before = known.get(after.name());
            if (!isSame(before, after)) {
                String change = before.schema().equals(after.schema())
                        ? "its ring is another"
                        : before.schema() + ", now " + after.schema();
                parts.add(part(after.name(), UpdatePlan.Fate.STARTS_EMPTY, change + "; senders ask for it again"));
            }
        }
        known.keySet().stream()
                .filter(name ->
                        next.streams().stream().noneMatch(after -> after.name().equals(name)))
                .filter(name -> !name.startsWith(ResolvedStream.GENERATED))
                .sorted()
                .forEach(name -> parts.add(part(name, UpdatePlan.Fate.LOST, "senders are refused")));
        return parts;
    }

    private static UpdatePlan.Part part(String stream, UpdatePlan.Fate fate, String reason) {
        return new UpdatePlan.Part("stream", stream, fate, reason);
    }

    /** Lets those wait who send into rings that a new text does not have; returns when what is in them has been processed. */
    void shut(ResolvedApp next) {
        rings.forEach((stream, ring) -> {
            if (!keeps(next, stream)) {
                ring.shut();
                ring.awaitTaken();
            }
        });
    }

    /** Makes room for the streams of a new text, until {@link #takeBack} or {@link #forget} is called. */
    void retain(ResolvedApp next) {
        former = new Former(Map.copyOf(direct), Map.copyOf(rings), Map.copyOf(known));
        for (String stream : former.known().keySet()) {
            if (!keeps(next, stream)) {
                known.remove(stream);
                direct.remove(stream);
                rings.remove(stream);
            }
        }
    }

    /** The new text has come to nothing. */
    void takeBack() {
        close(rings.values(), former.rings().values());
        goBack(known, former.known());
        goBack(direct, former.direct());
        goBack(rings, former.rings());
        former = Former.NONE;
        rings.values().forEach(RingInput::open);
    }

    private static <T> void goBack(Map<String, T> present, Map<String, T> before) {
        present.keySet().retainAll(before.keySet());
        present.putAll(before);
    }

    /** The new text runs: turns away those who send to what is no more. */
    void forget() {
        close(former.rings().values(), rings.values());
        former = Former.NONE;
    }

    private void close(Collection<RingInput> some, Collection<RingInput> staying) {
        for (RingInput ring : List.copyOf(some)) {
            if (!staying.contains(ring)) {
                started.remove(ring);
                ring.close();
            }
        }
    }

    /** Starts the threads of asynchronous streams that have none. */
    void start() {
        for (RingInput ring : rings.values()) {
            if (started.add(ring)) {
                ring.start(application);
            }
        }
    }

    /** Ends them when what is in the rings has been processed. */
    void stop() {
        started.forEach(RingInput::stop);
        started.clear();
    }

    /** Whether any ring has a thread; by any thread. */
    boolean areRunning() {
        return !started.isEmpty();
    }

    /**
     * Waits until what is on its way in rings has been processed, or a condition holds no more. What leaves one ring may go into another, so
     * it takes a round for each.
     */
    void awaitProcessed(BooleanSupplier isToWait) {
        for (int round = 0; round < rings.size(); round++) {
            rings.values().forEach(ring -> ring.awaitTaken(isToWait));
            // What was taken last is being processed.
            agent.asOwner(() -> {});
        }
    }
}
