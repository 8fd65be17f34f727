package eventflux.bench.ring;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.ring.RowRing;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time for a row to go into a ring and out of it again, on one thread so that two rings can be compared on a busy machine. The
 * bare ring hands out each message where it lies; ours copies rows together into batches. Run as
 * {@code eventflux.bench/bench jmh RingBenchmark}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RingBenchmark.ROWS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Dagrona.disable.bounds.checks=true",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Xms256m",
            "-Xmx256m"
        })
@State(Scope.Thread)
public class RingBenchmark {

    /** Rows that a call of a benchmark method moves. */
    public static final int ROWS = 1_024;

    private static final int CAPACITY = 1 << 17;

    /** Rows a message. */
    @Param({"1", "16"})
    public int rowsAMessage;

    private final RowLayout layout = new RowLayout(new Schema(
            List.of(new Column("a", DataType.LONG), new Column("b", DataType.DOUBLE), new Column("c", DataType.INT))));
    private final RowBatch message = new RowBatch(layout);
    private final RowBatch gathered = new RowBatch(layout);
    private final RowRing rows = new RowRing(layout, 2 * ROWS);
    private final ManyToOneRingBuffer bare = new ManyToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));
    // Written by the measuring thread; returned, so that nothing is optimised away.
    private long total;
    private final MessageHandler reader = (type, buffer, offset, length) -> total += buffer.getLong(offset);

    private int fill() {
        message.clear();
        RowBuilder builder = new RowBuilder(message, new SymbolTable());
        for (int i = 0; i < rowsAMessage; i++) {
            builder.begin(i, 0);
            builder.putLong(0, i);
            builder.putDouble(1, i);
            builder.putLong(2, i);
            builder.commit();
        }
        return message.length();
    }

    /** A ring of Agrona alone. */
    @Benchmark
    public long bare() {
        int length = message.isEmpty() ? fill() : message.length();
        for (int i = 0; i < ROWS; i += rowsAMessage) {
            bare.write(1, message.buffer(), 0, length);
        }
        while (bare.size() > 0) {
            bare.read(reader);
        }
        return total;
    }

    /** Our ring, whose rows are gathered into batches of 256. */
    @Benchmark
    public long rows() {
        int length = message.isEmpty() ? fill() : message.length();
        for (int i = 0; i < ROWS; i += rowsAMessage) {
            rows.offer(message, 0, length);
        }
        while (!rows.isEmpty()) {
            rows.gather(gathered, 256);
            total += gathered.count();
            gathered.clear();
        }
        return total;
    }
}
