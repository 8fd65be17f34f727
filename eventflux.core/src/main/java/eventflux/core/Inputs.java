package eventflux.core;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.core.operator.Pipeline;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.run.AppAgent;
import eventflux.core.run.RingInput;
import eventflux.core.run.RowInput;
import eventflux.core.run.StreamInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ways into the streams of an application. They outlive its pipelines, so that senders keep what they hold. */
final class Inputs {

    private final String application;
    private final AppAgent agent;
    private final Map<String, StreamInput> direct = new ConcurrentHashMap<>();
    private final Map<String, RingInput> rings = new ConcurrentHashMap<>();
    // Written by whoever changes the life of the application.
    private List<RingInput> started = List.of();

    Inputs(String application, AppAgent agent) {
        this.application = application;
        this.agent = agent;
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
            input.connect(pipeline.junctions().get(stream.name()), pipeline.symbols());
            stream.async()
                    .ifPresent(async -> rings.computeIfAbsent(
                            stream.name(), name -> new RingInput(input, agent, async.bufferSize())));
        }
        if (started.isEmpty()) {
            rings.values().forEach(RingInput::clear);
        }
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
