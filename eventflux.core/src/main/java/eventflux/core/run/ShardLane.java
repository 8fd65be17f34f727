package eventflux.core.run;

import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.shard.Shard;
import eventflux.core.operator.shard.ShardOutbox;
import eventflux.core.operator.shard.ShardQueue;
import eventflux.core.operator.shard.ShardedPartition;
import eventflux.core.ring.RowRing;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.time.TimerQueue;

/**
 * One shard with the ring before it. Whoever holds the shard turns it: a worker, or the owner of the application when the ring is full,
 * a deadline has come or everything is to stand still. What the shard gives is handed on by the owner of the application alone.
 *
 * <p>The owner of the application may wait for the shard; who holds the shard alone waits for nobody, so a shard is soon free.
 */
final class ShardLane implements ShardQueue {

    private final ShardedPartition partition;
    private final Shard shard;
    private final AppAgent agent;
    private final RowFailures failures;
    private final Admission[] outside;
    private final Ownership holder = new Ownership();
    private final RowRing ring;
    // All written by the thread that holds the shard.
    private final RowBatch batch;
    private final RowRun run = new RowRun();
    private final Admission inside;
    private final SymbolSweep sweep;
    private final ShardOutbox.Receiver receiver = this::bringOut;

    // The next deadline that the owner of the application knows of; written by him.
    private volatile long reminded = TimerQueue.NEVER;

    /**
     * A lane.
     *
     * @param shard of the partition
     * @param agent of the application around it
     * @param failures of the stream
     * @param outside brings the rows of each query into the pipeline of the application
     */
    ShardLane(ShardedPartition partition, Shard shard, AppAgent agent, RowFailures failures, Admission[] outside) {
        this.partition = partition;
        this.shard = shard;
        this.agent = agent;
        this.failures = failures;
        this.outside = outside;
        RowLayout layout = shard.entrance().layout();
        RowLayout plain = new RowLayout(layout.schema());
        this.ring = new RowRing(plain, partition.threads().bufferRows());
        this.batch = new RowBatch(plain);
        this.inside = new Admission(layout, shard.pipeline().symbols());
        this.sweep = new SymbolSweep(shard.pipeline());
        shard.outbox().watched(query -> partition.outputs().get(query).isWatched());
    }

    /** Whether rows wait. By any thread. */
    boolean hasRows() {
        return !ring.isEmpty();
    }

    /** The next deadline that the owner of the application knows of. By any thread. */
    long reminded() {
        return reminded;
    }

    @Override
    public void take(RowBatch rows) {
        int start = 0;
        int end = 0;
        for (int i = 0; i < rows.count(); i++) {
            int length = rows.lengthAt(end);
            if (end > start && end + length - start > ring.largestRun()) {
                offer(rows, start, end - start);
                start = end;
            }
            end += length;
        }
        offer(rows, start, end - start);
    }

    // The owner of the application waits for nobody: when there is no room he makes some.
    private void offer(RowBatch rows, int offset, int length) {
        if (length > ring.largestRun()) {
            pass(rows, offset, length);
            return;
        }
        while (!ring.offer(rows, offset, length)) {
            turn();
            handOn();
        }
    }

    // A row that is too large for the ring, behind those that are in it.
    private void pass(RowBatch rows, int offset, int length) {
        boolean isTaken = hold();
        try {
            while (hasRows()) {
                turn();
            }
            batch.append(rows.begin() + offset);
            receive();
        } finally {
            batch.clear();
            letGo(isTaken);
        }
        handOn();
    }

    /** Processes some of the rows that wait; answers whether the owner of the application has to do something about it. */
    boolean turn() {
        boolean isTaken = hold();
        try {
            ring.gather(batch, partition.threads().batchRows());
            if (!batch.isEmpty()) {
                receive();
            }
            return !shard.outbox().isEmpty() || nextDeadline() < reminded;
        } finally {
            batch.clear();
            letGo(isTaken);
        }
    }

    private void receive() {
        try {
            Pipeline pipeline = shard.pipeline();
            if (pipeline.readsClock()) {
                pipeline.clock().advanceTo(agent.wallTime());
            }
            inside.admit(run.wrap(batch), agent);
            shard.entrance().receive(run);
        } catch (RuntimeException | Error e) {
            failures.failed("stream " + partition.stream(), RowFailures.STEP, e);
        }
        sweep.afterStep();
    }

    /** Fires what is due; as the owner of the application. */
    void fire(long time) {
        boolean isTaken = hold();
        try {
            shard.pipeline().clock().advanceTo(time);
        } catch (RuntimeException | Error e) {
            failures.failed("stream " + partition.stream(), RowFailures.TIMER, e);
        } finally {
            letGo(isTaken);
        }
        handOn();
    }

    /** Hands on what the shard has given, when nobody turns it; as the owner of the application. Answers whether there was anything. */
    boolean handOn() {
        boolean isTaken = hold();
        try {
            reminded = nextDeadline();
            return shard.outbox().handOn(receiver);
        } finally {
            letGo(isTaken);
        }
    }

    private void bringOut(int query, RowRun rows) {
        outside[query].admit(rows, agent);
        partition.outputs().get(query).receive(rows);
    }

    private long nextDeadline() {
        return shard.pipeline().clock().timers().next();
    }

    // False when the thread had it before.
    private boolean hold() {
        return holder.acquire();
    }

    private void letGo(boolean isTaken) {
        if (isTaken) {
            holder.release();
        }
    }
}
