package eventflux.core.run;

import eventflux.api.QueryCallback;
import eventflux.api.Registration;
import eventflux.api.RowCallback;
import eventflux.api.StreamCallback;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.WatchedOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The callbacks that people have added. They outlive pipelines: each pipeline that is put in place gets those on streams and
 * queries that it has. Used as
 * the owner of the application.
 */
public final class Callbacks {

    private final AppAgent agent;
    private final RowFailures failures;
    private final List<Entry> entries = new ArrayList<>();

    /** No callbacks yet. */
    public Callbacks(AppAgent agent, RowFailures failures) {
        this.agent = agent;
        this.failures = failures;
    }

    /** Adds a callback on a stream. */
    public Registration onStream(String stream, StreamCallback callback) {
        return add(new Entry(pipeline -> {
            StreamJunction junction = pipeline.junctions().get(stream);
            if (junction == null) {
                return () -> {};
            }
            return attach(junction, Tap.onStream(stream, junction.layout(), pipeline.symbols(), failures, callback));
        }));
    }

    /** Adds a callback on the rows of a stream. */
    public Registration onRows(String stream, RowCallback callback) {
        return add(new Entry(pipeline -> {
            StreamJunction junction = pipeline.junctions().get(stream);
            if (junction == null) {
                return () -> {};
            }
            return attach(junction, Tap.onRows(stream, junction.layout(), pipeline.symbols(), failures, callback));
        }));
    }

    /** Adds a callback on a query. */
    public Registration onQuery(String query, QueryCallback callback) {
        return add(new Entry(pipeline -> {
            WatchedOutput output = pipeline.outputs().get(query);
            if (output == null) {
                return () -> {};
            }
            Tap tap = Tap.onQuery(query, output.layout(), pipeline.symbols(), failures, callback);
            output.addFirst(tap);
            return () -> output.remove(tap);
        }));
    }

    /** Attaches all to a pipeline. */
    public void attach(Pipeline pipeline) {
        entries.forEach(entry -> entry.attach(pipeline));
    }

    /** Takes all back from the pipeline that they are attached to. */
    public void detach() {
        entries.forEach(Entry::detach);
    }

    private Registration add(Entry entry) {
        agent.asOwner(() -> {
            entries.add(entry);
            if (agent.pipeline() != null) {
                entry.attach(agent.pipeline());
            }
        });
        return () -> agent.asOwner(() -> {
            entries.remove(entry);
            entry.detach();
        });
    }

    private static Registration attach(StreamJunction junction, RunReceiver tap) {
        junction.observe(tap);
        return () -> junction.forget(tap);
    }

    /** Attaches one callback to a pipeline. */
    @FunctionalInterface
    private interface Attachment {

        Registration to(Pipeline pipeline);
    }

    private static final class Entry {

        private final Attachment attachment;
        // Written as the owner of the application.
        private Registration attached = () -> {};

        Entry(Attachment attachment) {
            this.attachment = attachment;
        }

        void attach(Pipeline pipeline) {
            attached = attachment.to(pipeline);
        }

        void detach() {
            attached.close();
            attached = () -> {};
        }
    }
}
