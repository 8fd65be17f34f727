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

    /** Lets what is held back go out. */
    void flush() {
        running.forEach(SinkRunner::flush);
    }

    /** Disconnects all. */
    void stop() {
        running.forEach(SinkRunner::stop);
        running.clear();
    }

    private SinkRunner runner(Endpoint endpoint, ResolvedApp app, Extensions extensions, Pipeline pipeline) {
        EndpointContext context = new EndpointContext(
                application,
                endpoint.stream(),
                Sources.schema(app, endpoint.stream()),
                endpoint.settings(),
                time,
                endpoint.mapper().isPresent());
        Sink sink = extensions.make(
                endpoint.transport(),
                SinkFactory.class,
                Optional.of(endpoint.position()),
                factory -> factory.create(context));
        RowView row = new RowView(pipeline.junctions().get(endpoint.stream()).layout(), pipeline.symbols());
        String where = "sink " + endpoint.name();
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
                new EndpointContext(application, context.stream(), context.schema(), mapping.settings(), time, true);
        return extensions.make(
                mapping.extension(),
                SinkMapperFactory.class,
                Optional.of(endpoint.position()),
                factory -> factory.create(mapped));
    }
}
