package eventflux.core.run;

import eventflux.api.Event;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.ColumnRows;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/**
 * The way into a stream that its senders own: whoever sends takes the application, writes the row into the batch of the
 * stream and turns the pipeline. It outlives pipelines: when one is put in place, it is {@linkplain #connect connected}.
 */
public final class StreamInput implements RowInput {

    private final String stream;
    private final Schema schema;
    private final AppAgent agent;
    private final RowRun run = new RowRun();

    // All fields below are written by the thread that owns the application.
    private StreamJunction junction;
    private RowBuilder builder;
    private RowBuilder trial;
    private ValueEncoder encoder;
    private Admission admission;
    private RowFailures failures;
    private RowView failed;

    /** An input that is not connected yet. */
    public StreamInput(String stream, Schema schema, AppAgent agent) {
        this.stream = stream;
        this.schema = schema;
        this.agent = agent;
    }

    /** Leads into a pipeline from now on; as the owner. */
    public void connect(Pipeline pipeline) {
        StreamJunction target = pipeline.junctions().get(stream);
        SymbolTable symbols = pipeline.symbols();
        RowLayout layout = target.layout();
        failures = pipeline.failures().get(stream);
        failed = new RowView(layout, symbols);
        junction = target;
        builder = new RowBuilder(new RowBatch(layout), symbols);
        trial = new RowBuilder(new RowBatch(layout), symbols);
        encoder = new ValueEncoder(stream, layout);
        admission = new Admission(layout, symbols);
    }

    /** Lets go of the pipeline; as the owner. */
    public void disconnect() {
        junction = null;
        builder = null;
        trial = null;
        encoder = null;
        admission = null;
        failures = null;
        failed = null;
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void send(Object... data) {
        if (!enter()) {
            agent.requireLife(stream);
            defer(new Event(agent.timeOfArrival(), data));
            return;
        }
        try {
            write(agent.timeOfArrival(), data);
            turn();
        } finally {
            leave();
        }
    }

    @Override
    public void send(long timestamp, Object[] data) {
        if (!enter()) {
            defer(new Event(timestamp, data));
            return;
        }
        try {
            write(timestamp, data);
            turn();
        } finally {
            leave();
        }
    }

    @Override
    public void send(Event event) {
        send(event.timestamp(), event.data());
    }

    @Override
    public void send(Event[] events) {
        if (!enter()) {
            defer(events);
            return;
        }
        try {
            writeAndTurn(events);
        } finally {
            leave();
        }
    }

    @Override
    public RowAppender appender() {
        return new InputAppender(stream, schema, this::deliver);
    }

    @Override
    public ColumnAppender columnAppender() {
        return new InputColumns(schema, this::deliver);
    }

    @Override
    public RowAppender appender(Gate gate) {
        return new InputAppender(stream, schema, rows -> gate.pass(() -> deliver(rows)));
    }

    // Columns become rows of the application at once: no text of a coded column is copied.
    private void deliver(ColumnRows rows) {
        if (!enter()) {
            RowBatch copy = new RowBatch(new RowLayout(schema));
            rows.write(copy, new SymbolTable(), ColumnRows.UNTIMED);
            defer(copy);
            return;
        }
        try {
            long arrival = rows.isUntimed() ? agent.timeOfArrival() : ColumnRows.UNTIMED;
            rows.write(builder.batch(), builder.symbols(), arrival);
            turn();
        } finally {
            leave();
        }
    }

    // Rows that a sender wrote into memory of its own.
    private void deliver(RowBatch rows) {
        if (!enter()) {
            RowBatch copy = new RowBatch(rows.layout());
            copy.append(rows);
            defer(copy);
            return;
        }
        try {
            run.wrap(rows);
            if (rows.mayHaveFlags() || admission.hasCodes()) {
                admission.admit(run, agent);
            }
            agent.turn(junction, run);
        } finally {
            agent.leave();
        }
    }

    /** Processes rows in somebody's memory, where codes and times are written in; as the owner. */
    void admit(RowRun rows) {
        if (junction == null) {
            if (agent.pipeline() != null) {
                throw agent.streamGone(stream);
            }
            // A callback has stopped the application; nobody would see what follows.
            return;
        }
        admission.admit(rows, agent);
        agent.turn(junction, rows);
    }

    /** Hands rows in somebody's memory to the failures of the stream; as the owner. */
    void fail(RowRun rows, RuntimeException cause) {
        if (junction == null) {
            return;
        }
        admission.admit(rows, agent);
        agent.step(() -> {
            for (long at = rows.begin(); at < rows.end(); at += failed.length()) {
                failures.rowFailed("stream " + stream, failed.wrap(at), cause);
            }
        });
    }

    private void defer(RowBatch rows) {
        agent.requireLife(stream);
        agent.defer(() -> {
            try {
                admit(new RowRun().wrap(rows));
            } finally {
                rows.clear();
            }
        });
    }

    // What a callback sends into its own application waits until the step at hand is over. It is tried out before, so
    // that a mistake comes back to the callback and not to whoever sends next.
    private void defer(Event... events) {
        agent.requireLife(stream);
        if (trial == null) {
            throw agent.streamGone(stream);
        }
        Event[] copies = new Event[events.length];
        for (int i = 0; i < events.length; i++) {
            trial.begin(0, 0);
            encoder.encode(events[i].data(), trial);
            copies[i] = new Event(events[i].timestamp(), events[i].data().clone());
        }
        agent.defer(() -> sendNow(copies));
    }

    private void sendNow(Event[] events) {
        if (junction != null) {
            try {
                writeAndTurn(events);
            } finally {
                clear();
            }
        }
    }

    // Waits until the application runs and the calling thread owns it; the stream may be no more by then. Answers false
    // when the thread owned it before.
    private boolean enter() {
        if (!agent.enter(stream)) {
            return false;
        }
        if (junction == null) {
            agent.leave();
            throw agent.streamGone(stream);
        }
        return true;
    }

    private void writeAndTurn(Event[] events) {
        for (Event event : events) {
            write(event.timestamp(), event.data());
        }
        turn();
    }

    private void write(long timestamp, Object[] data) {
        builder.begin(timestamp, 0);
        encoder.encode(data, builder);
        builder.commit();
    }

    private void turn() {
        if (!builder.batch().isEmpty()) {
            agent.turn(junction, run.wrap(builder.batch()));
        }
    }

    private void leave() {
        clear();
        agent.leave();
    }

    // There is no builder any more when a callback has stopped the application.
    private void clear() {
        if (builder != null) {
            builder.batch().clear();
        }
    }
}
