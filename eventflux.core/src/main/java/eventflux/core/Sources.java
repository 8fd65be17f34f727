package eventflux.core;

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
import eventflux.core.failure.BackOff;
import eventflux.core.failure.FailureLog;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.run.SourceRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * The sources of an application. They go on waiting while the application waits for an extension that is not theirs, and
 * are made anew when their own has come back. Used by one thread at a time, which does not own the application.
 */
final class Sources {

    private static final SourceMapper UNMAPPED = (payload, offset, length, out) -> {
        throw new MappingException("the source sends messages, but the stream has no format", "the stream's settings");
    };

    private final String application;
    private final TimeSource time;
    private final Inputs inputs;
    private final FailureLog failures;
    private final BooleanSupplier settlement;
    private final Map<String, Running> running = new ConcurrentSkipListMap<>();
    // Those that have come to their end and whose extension has left since.
    private final Map<String, Endpoint> ended = new HashMap<>();
    // Made, and not used yet.
    private final Map<String, SourceMapper> mappers = new HashMap<>();
    private Completion completion = new Completion(() -> {});

    /**
     * Sources of one application.
     *
     * @param settlement answers, when all that was delivered has been processed, whether the sinks have passed it on
     */
    Sources(String application, TimeSource time, Inputs inputs, FailureLog failures, BooleanSupplier settlement) {
        this.application = application;
        this.time = time;
        this.inputs = inputs;
        this.failures = failures;
        this.settlement = settlement;
    }

    /** Forgets what ran before; tells {@code ended} when all of them have come to an end. */
    void begin(Completion whenAllEnd) {
        running.clear();
        ended.clear();
        completion = whenAllEnd;
    }

    /** Connects those that do not run yet; nobody delivers before {@link #open}. */
    void connect(ResolvedApp app, Extensions extensions) {
        completion.count(app.sources().size());
        for (Endpoint endpoint : app.sources()) {
            if (ended.containsKey(endpoint.name())) {
                continue;
            }
            mappers.put(endpoint.name(), mapper(endpoint, app, extensions));
            if (!running.containsKey(endpoint.name())) {
                start(endpoint, source(endpoint, app, extensions));
            }
        }
    }

    /** Lets all deliver. */
    void open() {
        running.forEach((name, one) -> one.runner().resume(mappers.get(name)));
        mappers.clear();
    }

    private void start(Endpoint endpoint, Source source) {
        SourceRunner runner = new SourceRunner(
                "source " + endpoint.name(),
                source,
                inputs.input(endpoint.stream()),
                endpoint.attributes(),
                new SourceRunner.Surroundings(time, BackOff.RECONNECT, failures, settlement, completion::oneEnded));
        running.put(endpoint.name(), new Running(endpoint, runner));
        try {
            runner.start();
        } catch (IOException | RuntimeException e) {
            running.remove(endpoint.name());
            throw new EventFluxException(
                    Problem.of(AppError.ENDPOINT_FAILED, "endpoint", "source " + endpoint.name(), "cause", reason(e))
                            .at(endpoint.position()),
                    e);
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
            String reason =
                    before != null && !isKept ? "its settings or its stream are others; begins as they say" : "";
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
        Iterator<Running> each = running.values().iterator();
        while (each.hasNext()) {
            Running one = each.next();
            if (!isKept(one.endpoint(), next)) {
                one.runner().stop();
                each.remove();
                completion.adjust(one.runner().hasEnded() ? 0 : -1);
            }
        }
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
        Iterator<Running> each = running.values().iterator();
        while (each.hasNext()) {
            Running one = each.next();
            if (leaving.contains(one.endpoint().transport())) {
                one.runner().stop();
                if (one.runner().hasEnded()) {
                    ended.put(one.endpoint().name(), one.endpoint());
                }
                each.remove();
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
                Optional.of(endpoint.position()),
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
                Optional.of(endpoint.position()),
                factory -> factory.create(context));
    }

    static Schema schema(ResolvedApp app, String stream) {
        return app.streams().stream()
                .filter(one -> one.name().equals(stream))
                .findFirst()
                .orElseThrow()
                .schema();
    }

    static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private record Running(Endpoint endpoint, SourceRunner runner) {}
}
