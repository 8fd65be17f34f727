package eventflux.core.run;

import eventflux.core.operator.Pipeline;
import eventflux.core.operator.shard.ShardedPartition;
import eventflux.core.time.TimerQueue;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * The shards of one pipeline, and the threads that work on them. A worker has some shards of its partition; it turns them one after
 * another and takes the application only to hand on what they have given.
 */
final class Shards {

    private final AppAgent agent;
    private final List<Worker> workers = new ArrayList<>();
    private final List<ShardLane> lanes = new ArrayList<>();
    // Written by the thread that owns the application.
    private volatile boolean isOver;

    /** The shards of a pipeline, without threads yet. */
    Shards(Pipeline pipeline, AppAgent agent) {
        this.agent = agent;
        pipeline.sharded().forEach(partition -> add(partition, pipeline));
    }

    private void add(ShardedPartition partition, Pipeline pipeline) {
        Admission[] outside = partition.outputs().stream()
                .map(output -> new Admission(output.layout(), pipeline.symbols()))
                .toArray(Admission[]::new);
        List<ShardLane> own = partition.shards().stream()
                .map(shard -> new ShardLane(
                        partition, shard, agent, pipeline.failures().get(partition.stream()), outside))
                .toList();
        partition.entry().connect(own);
        lanes.addAll(own);
        int count = partition.threads().workers();
        for (int number = 0; number < count; number++) {
            List<ShardLane> some = new ArrayList<>();
            for (int shard = number; shard < own.size(); shard += count) {
                some.add(own.get(shard));
            }
            workers.add(new Worker(partition.stream() + "-worker" + number, some));
        }
    }

    /** Starts the threads; as the owner. */
    void start(String application) {
        for (Worker worker : workers) {
            Thread thread = new Thread(worker, "eventflux-" + application + "-" + worker.name());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends the threads, soon; as the owner. What is on its way is lost. */
    void end() {
        isOver = true;
    }

    /** When a shard has something to do at the latest; as the owner. */
    long nextDeadline() {
        long next = TimerQueue.NEVER;
        for (int i = 0; i < lanes.size(); i++) {
            next = Math.min(next, lanes.get(i).reminded());
        }
        return next;
    }

    /** Fires what is due at a time and hands on what comes of it; as the owner. */
    void fire(long time) {
        for (ShardLane lane : lanes) {
            if (lane.reminded() <= time) {
                lane.fire(time);
            }
        }
    }

    /** Hands on what the shards have given; as the owner. */
    void handOn() {
        lanes.forEach(ShardLane::handOn);
    }

    /**
     * Processes all that is on its way, what comes of it included; as the owner. Workers have nothing to do afterwards, for it is the
     * owner who brings them rows.
     */
    void workOff() {
        boolean mayHaveMore = true;
        while (mayHaveMore) {
            mayHaveMore = false;
            for (ShardLane lane : lanes) {
                while (lane.hasRows()) {
                    lane.turn();
                }
                mayHaveMore |= lane.handOn();
            }
        }
    }

    /** One thread. */
    private final class Worker implements Runnable {

        private final String name;
        private final List<ShardLane> own;
        private final List<Runnable> handingOn;

        Worker(String name, List<ShardLane> own) {
            this.name = name;
            this.own = own;
            this.handingOn =
                    own.stream().<Runnable>map(lane -> () -> handOn(lane)).toList();
        }

        String name() {
            return name;
        }

        @Override
        public void run() {
            IdleStrategy idle = new BackoffIdleStrategy();
            while (!isOver) {
                idle.idle(turn());
            }
        }

        private int turn() {
            int turned = 0;
            for (int i = 0; i < own.size(); i++) {
                ShardLane lane = own.get(i);
                if (lane.hasRows()) {
                    turned++;
                    if (lane.turn()) {
                        agent.stepWhileRunning(handingOn.get(i));
                    }
                }
            }
            return turned;
        }

        // The pipeline may have been let go while the thread waited for the application.
        private void handOn(ShardLane lane) {
            if (!isOver) {
                lane.handOn();
            }
        }
    }
}
