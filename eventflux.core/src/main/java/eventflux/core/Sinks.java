package eventflux.core;

import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.core.compile.Extensions;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.Endpoint;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.row.RowView;
import eventflux.core.run.RowTemplates;
import eventflux.core.run.SinkRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sinks of an application: made and connected with its pipeline. Used by the thread that owns the application. */
final class Sinks {

    private final String application;
    private final TimeSource time;
    private final FailureLog failures;
    private final List<SinkRunner> running = new ArrayList<>();

    Sinks(String application, TimeSource time, FailureLog failures) {
        this.application = application;
        this.time = time;
        this.failures = failures;
    }

    /** Makes all, lets them read their streams, and connects them. */
    void start(ResolvedApp app, Extensions extensions, Pipeline pipeline) {
        for (Endpoint endpoint : app.sinks()) {
            SinkRunner runner = runner(endpoint, app, extensions, pipeline);
            try {
                runner.start();
            } catch (IOException | RuntimeException e) {
                stop();
                throw new EventFluxException(
                        Problem.of(
                                        AppError.ENDPOINT_FAILED,
                                        "endpoint",
                                        "sink " + endpoint.name(),
                                        "cause",
                                        Sources.reason(e))
                                .at(endpoint.position()),
                        e);
            }
            running.add(runner);
            pipeline.junctions().get(endpoint.stream()).observe(runner);
        }
    }

    /** Lets what is held back go out; answers whether the outside has all of it. */
    boolean flush() {
        boolean isOut = true;
        for (SinkRunner runner : running) {
            isOut &= runner.flush();
        }
        return isOut;
    }

    /** Disconnects all. */
    void stop() {
        running.forEach(SinkRunner::stop);
        running.clear();
    }

    private SinkRunner runner(Endpoint endpoint, ResolvedApp app, Extensions extensions, Pipeline pipeline) {
        RowView row = new RowView(pipeline.junctions().get(endpoint.stream()).layout(), pipeline.symbols());
        String where = "sink " + endpoint.name();
        EndpointContext context = new EndpointContext(
                application,
                endpoint.stream(),
                Sources.schema(app, endpoint.stream()),
                endpoint.settings(),
                time,
                endpoint.mapper().isPresent(),
                new RowTemplates(row, endpoint.settings().withPrefix("")),
                cause -> failures.failed(where, "a message that it had taken", cause));
        Sink sink = extensions.make(
                endpoint.transport(),
                SinkFactory.class,
                Optional.of(endpoint.position()),
                factory -> factory.create(context));
        if (sink instanceof RowSink rows) {
            return SinkRunner.ofRows(where, rows, row, failures);
        }
        return SinkRunner.ofMessages(where, (MessageSink) sink, mapper(endpoint, context, extensions), row, failures);
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
                Optional.of(endpoint.position()),
                factory -> factory.create(mapped));
    }
}
