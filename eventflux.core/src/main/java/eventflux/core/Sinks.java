package eventflux.core;

import eventflux.api.ConnectionStatus;
import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.core.compile.Extensions;
import eventflux.core.compile.FailureTargets;
import eventflux.core.failure.CircuitBreaker;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.resolved.ConnectionPolicy;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.Retries;
import eventflux.core.resolved.SettingAtFault;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.run.AppAgent;
import eventflux.core.run.ConnectionWatch;
import eventflux.core.run.Reconnect;
import eventflux.core.run.RowTemplates;
import eventflux.core.run.SinkConnection;
import eventflux.core.run.SinkRoute;
import eventflux.core.run.SinkRunner;
import eventflux.core.run.SpreadRoute;
import eventflux.core.run.ValueEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The sinks of an application: made and connected with its pipeline. Used by the thread that owns the application, except where
 * noted.
 */
final class Sinks {

    private final String application;
    private final TimeSource time;
    private final AppAgent agent;
    private final FailureLog failures;
    private final FailureHandling handling;
    private final List<Running> running = new CopyOnWriteArrayList<>();

    Sinks(String application, TimeSource time, AppAgent agent, FailureLog failures, FailureHandling handling) {
        this.application = application;
        this.time = time;
        this.agent = agent;
        this.failures = failures;
        this.handling = handling;
    }

    /** A sink that runs, with its name and the ways to its destinations. */
    private record Running(String name, SinkRunner runner, SinkRoute route) {}

    /** What a distribution is made from. */
    record Spreading(String stream, Schema schema, Settings settings, int destinations)
            implements DistributionContext {}

    /** Makes all, lets them read their streams, and connects them. */
    void start(ResolvedApp app, Extensions extensions, Pipeline pipeline) {
        for (Endpoint endpoint : app.sinks()) {
            Running made = make(endpoint, app, extensions, pipeline);
            running.add(made);
            try {
                made.runner().start();
            } catch (IOException | RuntimeException | LinkageError e) {
                stop();
                throw new EventFluxException(
                        Sources.failed("sink " + endpoint.name(), e).at(endpoint.position()), e);
            }
            pipeline.junctions().get(endpoint.stream()).observe(made.runner());
        }
    }

    /** Lets what is held back go out; answers whether the outside has all of it. */
    boolean flush() {
        boolean isOut = true;
        for (Running one : running) {
            isOut &= one.runner().flush();
        }
        return isOut;
    }

    /** Lets go of whoever waits for a sink; by any thread. */
    void giveUp() {
        running.forEach(one -> one.runner().giveUp());
    }

    /** Disconnects all. */
    void stop() {
        running.forEach(one -> one.runner().stop());
        running.clear();
    }

    /** How they are connected; by any thread. */
    List<ConnectionStatus> connections() {
        return running.stream()
                .flatMap(one -> one.route().connections().stream())
                .map(connection -> connection.watch().status())
                .toList();
    }

    /** Gives a row to one sink alone. */
    void replay(String sink, Row row, Pipeline pipeline) throws IOException {
        SinkRunner runner = running.stream()
                .filter(one -> one.name().equals(sink))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no sink " + sink + " any more"))
                .runner();
        RowBatch batch = new RowBatch(pipeline.junctions().get(row.stream()).layout());
        RowBuilder builder = new RowBuilder(batch, pipeline.symbols());
        builder.begin(row.time(), 0);
        new ValueEncoder(row.stream(), batch.layout()).encode(row.values(), builder);
        builder.commit();
        try {
            runner.receive(new RowRun().wrap(batch));
        } finally {
            batch.clear();
        }
    }

    /** A row in a plain form. */
    record Row(String stream, long time, Object[] values) {}

    private Running make(Endpoint endpoint, ResolvedApp app, Extensions extensions, Pipeline pipeline) {
        RowView row = new RowView(pipeline.junctions().get(endpoint.stream()).layout(), pipeline.symbols());
        RowFailures failing = new FailureTargets(
                        pipeline.junctions(), pipeline.returning(), pipeline.symbols(), handling)
                .of(endpoint.stream(), endpoint.name(), endpoint.care().failures());
        Retries retries = endpoint.care().failures().retries();
        SinkRoute route = route(endpoint, Sources.schema(app, endpoint.stream()), extensions, row);
        SinkRunner.Patience patience = new SinkRunner.Patience(retries.most(), retries.backOff(), time);
        return new Running(endpoint.name(), new SinkRunner(route, row, failing, patience), route);
    }

    private SinkRoute route(Endpoint endpoint, Schema schema, Extensions extensions, RowView row) {
        if (endpoint.spread().isEmpty()) {
            Destination only = new Destination(endpoint.name(), endpoint.settings());
            return SinkRoute.to(connection(endpoint, only, schema, extensions, row));
        }
        Endpoint.Spread spread = endpoint.spread().get();
        List<SinkConnection> connections = new ArrayList<>();
        for (Settings settings : spread.destinations()) {
            Destination next = new Destination(endpoint.name() + "@" + (connections.size() + 1), settings);
            connections.add(connection(endpoint, next, schema, extensions, row));
        }
        Spreading context = new Spreading(endpoint.stream(), schema, spread.settings(), connections.size());
        Distribution distribution = extensions.make(
                spread.strategy(),
                DistributionFactory.class,
                new SettingAtFault(endpoint.spread().get().settings(), endpoint.position()),
                factory -> factory.create(context));
        return new SpreadRoute("sink " + endpoint.name(), distribution, connections);
    }

    private record Destination(String name, Settings settings) {}

    private SinkConnection connection(
            Endpoint endpoint, Destination destination, Schema schema, Extensions extensions, RowView row) {
        String where = "sink " + destination.name();
        SinkConnection.Surroundings surroundings = surroundings(endpoint, destination.name());
        EndpointContext context = new EndpointContext(
                application,
                endpoint.stream(),
                schema,
                destination.settings(),
                time,
                endpoint.mapper().isPresent(),
                false,
                new RowTemplates(row, destination.settings().withPrefix("")),
                told(where, surroundings.watch()));
        Sink sink = extensions.make(
                endpoint.transport(),
                SinkFactory.class,
                new SettingAtFault(destination.settings(), endpoint.position()),
                factory -> factory.create(context));
        if (sink instanceof RowSink rows) {
            return SinkConnection.ofRows(where, rows, surroundings);
        }
        return SinkConnection.ofMessages(
                where, (MessageSink) sink, mapper(endpoint, context, extensions), surroundings);
    }

    private EndpointContext.Told told(String where, ConnectionWatch watch) {
        return new EndpointContext.Told() {
            @Override
            public void lost(Exception cause) {
                failures.failed(where, "a message that it had taken", cause);
            }

            @Override
            public void reconnecting(Exception cause) {
                watch.reconnecting(cause);
            }

            @Override
            public void reconnected() {
                watch.reconnected();
            }
        };
    }

    private SinkConnection.Surroundings surroundings(Endpoint endpoint, String name) {
        ConnectionPolicy policy = endpoint.care().connection();
        Optional<CircuitBreaker> breaker = policy.breaker()
                .map(settings -> new CircuitBreaker(
                        settings.failures(), TimeUnit.MILLISECONDS.toNanos(settings.recoveryMillis())));
        ConnectionWatch watch =
                new ConnectionWatch("sink", name, endpoint.transport().name(), time, failures);
        return new SinkConnection.Surroundings(time, reconnect(policy), breaker, watch, failures, agent::asOwner);
    }

    static Reconnect reconnect(ConnectionPolicy policy) {
        return new Reconnect(
                policy.isRequired(), policy.retries().most(), policy.retries().backOff());
    }

    private SinkMapper mapper(Endpoint endpoint, EndpointContext context, Extensions extensions) {
        Endpoint.Mapping mapping = endpoint.mapper()
                .orElseThrow(() ->
                        new EventFluxException(Problem.of(AppError.FORMAT_NEEDED, "endpoint", "sink " + endpoint.name())
                                .at(endpoint.position())));
        EndpointContext mapped =
                EndpointContext.ofMapper(application, context.stream(), context.schema(), mapping.settings(), time);
        return extensions.make(
                mapping.extension(),
                SinkMapperFactory.class,
                new SettingAtFault(mapping.settings(), endpoint.position()),
                factory -> factory.create(mapped));
    }
}
