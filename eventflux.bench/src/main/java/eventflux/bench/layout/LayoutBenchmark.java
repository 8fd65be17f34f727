package eventflux.bench.layout;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time a row, by layout, for the operators of {@link RowKernels} and {@link ColumnKernels}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LayoutBenchmark.ROWS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {
            "-Dagrona.disable.bounds.checks=true",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Xms256m",
            "-Xmx256m"
        })
public class LayoutBenchmark {

    /** Rows a call of a benchmark method handles, cut into batches. */
    public static final int ROWS = 4_096;

    /** The rows in each layout, cut into batches of a size, and a place for results. */
    @State(Scope.Thread)
    public static class Batches {

        /** Rows a batch. */
        @Param({"1", "16", "256"})
        public int batch;

        /** Bytes of variable part a row-major row carries along. */
        @Param("0")
        public int tail;

        LayoutData data;
        RowWindow rowWindow;
        ColumnWindow columnWindow;

        /** Writes the seeded rows in both layouts. */
        @Setup(Level.Trial)
        public void prepare() {
            data = new LayoutData(ROWS, batch, tail);
            rowWindow = new RowWindow(LayoutData.WINDOW, RowBatch.length(4) + tail);
            columnWindow = new ColumnWindow(LayoutData.WINDOW);
        }
    }

    /** The limits of the filter. */
    @State(Scope.Thread)
    public static class Condition {

        /** Share of rows that pass. */
        @Param({"0.5", "0.01"})
        public double pass;

        Limits limits;

        /** Turns the share into limits. */
        @Setup(Level.Trial)
        public void prepare() {
            limits = Limits.passing(pass);
        }
    }

    /** Row-major, one pass. */
    @Benchmark
    public long filterRow(Batches batches, Condition condition) {
        return batches.data.eachRowBatch((in, out) -> RowKernels.filter(in, condition.limits, out));
    }

    /** Row-major, one pass, the length of a row read once a batch. */
    @Benchmark
    public long filterRowEqual(Batches batches, Condition condition) {
        return batches.data.eachRowBatch((in, out) -> RowKernels.filterEqualRows(in, condition.limits, out));
    }

    /** Row-major, list of offsets first. */
    @Benchmark
    public long filterRowSelecting(Batches batches, Condition condition) {
        int[] selected = batches.data.selected;
        return batches.data.eachRowBatch((in, out) -> RowKernels.filterSelecting(in, condition.limits, selected, out));
    }

    /** Column-major, one pass. */
    @Benchmark
    public long filterColumn(Batches batches, Condition condition) {
        return batches.data.eachColumnBatch((in, out) -> ColumnKernels.filter(in, condition.limits, out));
    }

    /** Column-major, list of positions first. */
    @Benchmark
    public long filterColumnSelecting(Batches batches, Condition condition) {
        int[] selected = batches.data.selected;
        return batches.data.eachColumnBatch(
                (in, out) -> ColumnKernels.filterSelecting(in, condition.limits, selected, out));
    }

    /** Plain arrays. */
    @Benchmark
    public long filterArray(Batches batches, Condition condition) {
        LayoutData data = batches.data;
        return data.eachArrayBatch(
                (from, to) -> ArrayKernels.filter(data.ticks, from, to, condition.limits, data.arrayOut));
    }

    /** Row-major. */
    @Benchmark
    public long groupRow(Batches batches) {
        Totals totals = batches.data.totals;
        return batches.data.eachRowBatch((in, out) -> RowKernels.total(in, totals));
    }

    /** Row-major, the length of a row read once a batch. */
    @Benchmark
    public long groupRowEqual(Batches batches) {
        Totals totals = batches.data.totals;
        return batches.data.eachRowBatch((in, out) -> RowKernels.totalEqualRows(in, totals));
    }

    /** Column-major. */
    @Benchmark
    public long groupColumn(Batches batches) {
        Totals totals = batches.data.totals;
        return batches.data.eachColumnBatch((in, out) -> ColumnKernels.total(in, totals));
    }

    /** Plain arrays. */
    @Benchmark
    public long groupArray(Batches batches) {
        LayoutData data = batches.data;
        return data.eachArrayBatch((from, to) -> {
            ArrayKernels.total(data.ticks, from, to, data.totals);
            return to - from;
        });
    }

    /** Row-major. */
    @Benchmark
    public long windowRow(Batches batches) {
        RowWindow window = batches.rowWindow;
        return batches.data.eachRowBatch(window::accept);
    }

    /** Column-major. */
    @Benchmark
    public long windowColumn(Batches batches) {
        ColumnWindow window = batches.columnWindow;
        return batches.data.eachColumnBatch(window::accept);
    }

    /** Row-major: typed values in, read once. */
    @Benchmark
    public double fillRow(Batches batches) {
        return batches.data.fillRows();
    }

    /** Column-major: typed values in, read once. */
    @Benchmark
    public double fillColumn(Batches batches) {
        return batches.data.fillColumns();
    }

    /** Plain arrays: copied in, read once. */
    @Benchmark
    public double fillArray(Batches batches) {
        return batches.data.fillArrays();
    }

    /** Row-major: whole rows picked at random. */
    @Benchmark
    public long gatherRow(Batches batches) {
        return batches.data.gatherRows();
    }

    /** Column-major: whole rows picked at random. */
    @Benchmark
    public long gatherColumn(Batches batches) {
        return batches.data.gatherColumns();
    }
}
