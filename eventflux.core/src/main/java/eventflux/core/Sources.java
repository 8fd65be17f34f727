package eventflux.core;

import eventflux.api.ConnectionStatus;
import eventflux.api.TimeSource;
import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.core.compile.Extensions;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.FaultRows;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.SettingAtFault;
import eventflux.core.run.ConnectionWatch;
import eventflux.core.run.SourcePlace;
import eventflux.core.run.SourceRunner;
import eventflux.core.state.UnitState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The sources of an application. They go on waiting while the application waits for an extension that is not theirs, and
 * are made anew when their own has come back. Used by one thread at a time, which does not own the application.
 */
final class Sources {

    private static final SourceMapper UNMAPPED = (payload, offset, length, out) -> {
        throw new MappingException("the source sends messages, but the stream has no format", "the stream's settings");
    };

    // A bundle that stops, and an operator at the shell, wait for it.
    /** How long an extension may take to come back when the application is to stop. */
    static final long PATIENCE_MILLIS = 10_000;

    private final String application;
    private final TimeSource time;
    private final Inputs inputs;
    private final FailureLog failures;
    private final FailureHandling handling;
    private final BooleanSupplier settlement;
    private final Map<String, Running> running = new ConcurrentSkipListMap<>();
    // Those that have come to their end and whose extension has left since.
    private final Map<String, Endpoint> ended = new HashMap<>();
    // Made, and not used yet.
    private final Map<String, SourceMapper> mappers = new HashMap<>();
    private final SourcePlaces places = new SourcePlaces();
    private Completion completion = new Completion(() -> true);

    /**
     * Sources of one application.
     *
     * @param handling makes what takes messages that cannot be mapped
     * @param settlement answers, when all that was delivered has been processed, whether the sinks have passed it on
     */
    Sources(
            String application,
            TimeSource time,
            Inputs inputs,
            FailureLog failures,
            FailureHandling handling,
            BooleanSupplier settlement) {
        this.application = application;
        this.time = time;
        this.inputs = inputs;
        this.failures = failures;
        this.handling = handling;
        this.settlement = settlement;
    }

    /** Forgets what ran before; tells {@code ended} when all of them have come to an end. */
    void begin(Completion whenAllEnd) {
        running.clear();
        ended.clear();
        places.clear();
        completion = whenAllEnd;
    }

    /** Connects those that do not run yet, at their places in a state, if there is one; nobody delivers before {@link #open}. */
    void connect(ResolvedApp app, Extensions extensions, byte[] state) {
        completion.count(app.sources().size());
        for (Endpoint endpoint : app.sources()) {
            if (ended.containsKey(endpoint.name())) {
                continue;
            }
            SourceMapper mapper = mapper(endpoint, app, extensions);
            mappers.put(endpoint.name(), mapper);
            if (!running.containsKey(endpoint.name())) {
                start(endpoint, source(endpoint, app, extensions), state);
            }
            places.recall(endpoint, mapper);
        }
    }

    /** Whether any keeps its place. */
    boolean keepPlaces() {
        return places.areKnown();
    }

    /** Where those are that keep their places. */
    List<UnitState> state() {
        return places.state();
    }

    /**
     * Does something while nothing is delivered by those that keep their places.
     *
     * @param action is told whether there are any
     */
    void whileHeld(Consumer<Boolean> action) {
        Runnable held = () -> action.accept(true);
        boolean isHeld = false;
        for (Running one : running.values()) {
            if (places.isKnown(one.endpoint().name())) {
                Runnable inner = held;
                held = () -> one.runner().whileHeld(inner);
                isHeld = true;
            }
        }
        if (isHeld) {
            held.run();
        } else {
            action.accept(false);
        }
    }

    /** Stops those that keep places, so that {@link #connect} makes them go on where a state has them. */
    void leavePlaces(byte[] state) {
        for (String name : places.moving(state)) {
            Running one = running.remove(name);
            if (one != null) {
                one.runner().stop();
                completion.adjust(one.runner().hasEnded() ? 1 : 0);
            } else if (ended.remove(name) != null) {
                completion.adjust(1);
            }
        }
    }

    /** Lets all deliver. */
    void open() {
        running.forEach((name, one) -> one.runner().resume(mappers.get(name)));
        mappers.clear();
    }

    private void start(Endpoint endpoint, Source source, byte[] state) {
        SourceRunner runner = new SourceRunner(
                "source " + endpoint.name(),
                source,
                inputs.input(endpoint.stream()),
                endpoint.attributes(),
                surroundings(endpoint, places.place(endpoint, state)));
        running.put(endpoint.name(), new Running(endpoint, runner));
        try {
            runner.start();
        } catch (IOException | RuntimeException | LinkageError e) {
            running.remove(endpoint.name());
            throw new EventFluxException(failed("source " + endpoint.name(), e).at(endpoint.position()), e);
        }
    }

    private SourceRunner.Surroundings surroundings(Endpoint endpoint, SourcePlace place) {
        FailurePolicy policy = endpoint.care().failures();
        return new SourceRunner.Surroundings(
                time,
                Sinks.reconnect(endpoint.care().connection()),
                new ConnectionWatch(
                        "source", endpoint.name(), endpoint.transport().name(), time, failures),
                failures,
                handling.messages(endpoint.stream(), endpoint.name(), policy, letters(policy.stream())),
                settlement,
                completion::oneEnded,
                PATIENCE_MILLIS,
                place);
    }

    private FailureHandling.DeadLetters letters(String target) {
        return (where, stream, message, cause) -> {
            String type = cause.getClass().getSimpleName();
            try {
                inputs.input(target).send(message, FaultRows.message(cause), type, time.millis(), 1, stream);
            } catch (EventFluxException e) {
                failures.failed(where, "a dead letter", e);
            }
        };
    }

    /** How they are connected; by any thread. */
    List<ConnectionStatus> connections() {
        return running.values().stream()
                .map(one -> one.runner().watch().status())
                .toList();
    }

    /** Maps a message of one source again and delivers what becomes of it; by any thread. */
    void replay(ResolvedApp app, Extensions extensions, String source, byte[] message) throws IOException {
        Endpoint endpoint = app.sources().stream()
                .filter(one -> one.name().equals(source))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no source " + source + " any more"));
        try {
            SourceRunner.replay(
                    message, mapper(endpoint, app, extensions), inputs.input(endpoint.stream()), endpoint.attributes());
        } catch (MappingException e) {
            throw new IOException(reason(e) + " at " + e.place(), e);
        }
    }

    /** What becomes of those that run. */
    List<UpdatePlan.Part> compare(ResolvedApp next) {
        List<UpdatePlan.Part> parts = new ArrayList<>();
        for (Endpoint after : next.sources()) {
            Running before = running.get(after.name());
            boolean isKept = before != null && isKept(before.endpoint(), next);
            UpdatePlan.Fate fate = before == null
                    ? UpdatePlan.Fate.NEW
                    : isKept ? UpdatePlan.Fate.KEEPS : UpdatePlan.Fate.STARTS_EMPTY;
            String reason = before == null || isKept
                    ? ""
                    : "its settings or its stream are others; begins as they say"
                            + (places.isKnown(after.name())
                                    ? ", or at its place, where that is in what they name"
                                    : "");
            parts.add(new UpdatePlan.Part("source", after.name(), fate, reason));
        }
        running.keySet().stream()
                .filter(name ->
                        next.sources().stream().noneMatch(after -> after.name().equals(name)))
                .forEach(name -> parts.add(new UpdatePlan.Part("source", name, UpdatePlan.Fate.LOST, "")));
        return parts;
    }

    /** Stops those that a new text does not have, or has otherwise. */
    void retain(ResolvedApp next) {
        ended.values().removeIf(endpoint -> !isKept(endpoint, next));
        for (Running one : List.copyOf(running.values())) {
            if (!isKept(one.endpoint(), next)) {
                one.runner().stop();
                running.remove(one.endpoint().name());
                completion.adjust(one.runner().hasEnded() ? 0 : -1);
            }
        }
        places.retain(next);
        Set<String> known = new HashSet<>(running.keySet());
        known.addAll(ended.keySet());
        completion.adjust((int) next.sources().stream()
                .filter(source -> !known.contains(source.name()))
                .count());
    }

    // A mapper is made anew each time; the source behind it goes on.
    private boolean isKept(Endpoint before, ResolvedApp next) {
        return inputs.keeps(next, before.stream()) && next.sources().stream().anyMatch(after -> isSame(before, after));
    }

    private static boolean isSame(Endpoint before, Endpoint after) {
        return before.name().equals(after.name())
                && before.stream().equals(after.stream())
                && before.transport().equals(after.transport())
                && before.settings().equals(after.settings())
                && before.attributes().equals(after.attributes())
                && before.mapper().isPresent() == after.mapper().isPresent();
    }

    /** Whether there are any; by any thread. */
    boolean areRunning() {
        return !running.isEmpty();
    }

    /** Lets nobody deliver and lets go of all mappers. */
    void pause() {
        mappers.clear();
        running.values().forEach(one -> one.runner().pause());
    }

    /** Stops those whose own extension is leaving; one that has come to its end is not started again. */
    void stop(Set<ExtensionRef> leaving) {
        for (Running one : List.copyOf(running.values())) {
            if (leaving.contains(one.endpoint().transport())) {
                one.runner().stop();
                if (one.runner().hasEnded()) {
                    ended.put(one.endpoint().name(), one.endpoint());
                }
                running.remove(one.endpoint().name());
            }
        }
    }

    /** Stops all. */
    void stop() {
        running.values().forEach(one -> one.runner().stop());
        running.clear();
    }

    private Source source(Endpoint endpoint, ResolvedApp app, Extensions extensions) {
        EndpointContext context = EndpointContext.ofSource(
                application,
                endpoint.stream(),
                schema(app, endpoint.stream()),
                endpoint.settings(),
                time,
                endpoint.mapper().isPresent());
        return extensions.make(
                endpoint.transport(),
                SourceFactory.class,
                new SettingAtFault(endpoint.settings(), endpoint.position()),
                factory -> factory.create(context));
    }

    private SourceMapper mapper(Endpoint endpoint, ResolvedApp app, Extensions extensions) {
        if (endpoint.mapper().isEmpty()) {
            return UNMAPPED;
        }
        Endpoint.Mapping mapping = endpoint.mapper().get();
        Schema schema = SourceRunner.mapped(schema(app, endpoint.stream()), endpoint.attributes());
        EndpointContext context =
                EndpointContext.ofMapper(application, endpoint.stream(), schema, mapping.settings(), time);
        return extensions.make(
                mapping.extension(),
                SourceMapperFactory.class,
                new SettingAtFault(mapping.settings(), endpoint.position()),
                factory -> factory.create(context));
    }

    static Schema schema(ResolvedApp app, String stream) {
        return app.streams().stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow()
                .schema();
    }

    /** Why a source or sink could not be started. */
    static Problem failed(String endpoint, Throwable cause) {
        String remedy = cause instanceof IOException ? AppError.WITHOUT_OUTSIDE : "";
        return Problem.of(AppError.ENDPOINT_FAILED, "endpoint", endpoint, "cause", reason(cause), "remedy", remedy);
    }

    static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private record Running(Endpoint endpoint, SourceRunner runner) {}
}
