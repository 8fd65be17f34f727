package eventflux.core;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.SourceFactory;
import eventflux.core.compile.Extensions;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.SettingAtFault;
import eventflux.core.run.SourceRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the sources, sinks and mappers of a text, without starting any, to hear what they say of their settings: a date pattern or a path that
 * is wrong in itself is known to nobody else. Used by one thread.
 */
final class EndpointTrial {

    private final ResolvedApp app;
    private final Extensions extensions;
    private final TimeSource time;
    private final List<Problem> problems = new ArrayList<>();

    private EndpointTrial(ResolvedApp app, Extensions extensions, TimeSource time) {
        this.app = app;
        this.extensions = extensions;
        this.time = time;
    }

    /** What the extensions refuse. */
    static List<Problem> problems(Blueprint blueprint, TimeSource time) {
        if (!blueprint.isComplete()) {
            return List.of();
        }
        EndpointTrial trial = new EndpointTrial(
                blueprint.app().orElseThrow(), new Extensions(blueprint.name(), blueprint.catalog()), time);
        trial.app.sources().forEach(trial::trySource);
        trial.app.sinks().forEach(trial::trySink);
        return trial.problems;
    }

    private void trySource(Endpoint endpoint) {
        EndpointContext context = context(endpoint, schema(endpoint), endpoint.settings());
        attempt(
                endpoint,
                endpoint.settings(),
                endpoint.transport(),
                SourceFactory.class,
                factory -> factory.create(context));
        endpoint.mapper().ifPresent(mapping -> {
            Schema mapped = SourceRunner.mapped(schema(endpoint), endpoint.attributes());
            EndpointContext of = context(endpoint, mapped, mapping.settings());
            attempt(
                    endpoint,
                    mapping.settings(),
                    mapping.extension(),
                    SourceMapperFactory.class,
                    factory -> factory.create(of));
        });
    }

    private void trySink(Endpoint endpoint) {
        List<Settings> destinations =
                endpoint.spread().map(Endpoint.Spread::destinations).orElse(List.of(endpoint.settings()));
        for (Settings destination : destinations) {
            EndpointContext context = context(endpoint, schema(endpoint), destination);
            attempt(endpoint, destination, endpoint.transport(), SinkFactory.class, factory -> factory.create(context));
        }
        endpoint.spread().ifPresent(spread -> {
            Sinks.Spreading context =
                    new Sinks.Spreading(endpoint.stream(), schema(endpoint), spread.settings(), destinations.size());
            attempt(
                    endpoint,
                    spread.settings(),
                    spread.strategy(),
                    DistributionFactory.class,
                    factory -> factory.create(context));
        });
        endpoint.mapper().ifPresent(mapping -> {
            EndpointContext of = context(endpoint, schema(endpoint), mapping.settings());
            attempt(
                    endpoint,
                    mapping.settings(),
                    mapping.extension(),
                    SinkMapperFactory.class,
                    factory -> factory.create(of));
        });
    }

    private Schema schema(Endpoint endpoint) {
        return Sources.schema(app, endpoint.stream());
    }

    private EndpointContext context(Endpoint endpoint, Schema schema, Settings settings) {
        return EndpointContext.ofTrial(
                app.name(),
                endpoint.stream(),
                schema,
                settings,
                time,
                endpoint.mapper().isPresent());
    }

    private <F> void attempt(
            Endpoint endpoint, Settings settings, ExtensionRef ref, Class<F> type, Function<F, Object> call) {
        try {
            extensions.make(ref, type, new SettingAtFault(settings, endpoint.position()), call);
        } catch (EventFluxException e) {
            problems.addAll(e.problems());
        }
    }
}
