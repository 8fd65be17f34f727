package eventflux.bench.deploy;

import eventflux.api.EventFluxManager;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionNeeds;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Time to parse, analyse and try out a text of a query a line. Run as {@code eventflux.bench/bench jmh ValidateBenchmark}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
@State(Scope.Thread)
public class ValidateBenchmark {

    /** How many queries. */
    @Param({"100", "1000"})
    public int queries;

    // Both written while the benchmark is set up.
    private EventFluxManager manager;
    private String text;

    /** Makes the engine and the text. */
    @Setup
    public void setUp() {
        manager = EventFluxManager.create();
        text = new RuleMix(queries).text();
    }

    /** Lets go of the engine. */
    @TearDown
    public void tearDown() {
        manager.close();
    }

    /** Parses and analyses the text. */
    @Benchmark
    public ExtensionNeeds analyse() {
        return manager.needs(text);
    }

    /** Finds all problems, of which there are none: extensions make what the text asks for, to say what they have against it. */
    @Benchmark
    public List<Problem> validate() {
        return manager.validate(text);
    }
}
