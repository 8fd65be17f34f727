package eventflux.bench.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the garbage collector is given for an event by each kind of operator, once everything has been compiled and has its size. */
class OperatorAllocationTest {

    private static final long WARM_UP_ROWS = 300_000;
    private static final long MEASURED_ROWS = 50_000;

    /** What an event allocates, each slice allocates; what the virtual machine allocates now and then, some do not. */
    private static final int SLICES = 5;

    /** A hundredth of a byte for an event: room for what the virtual machine itself does on the thread, not for an object. */
    private static final long TOLERATED_BYTES = MEASURED_ROWS / 100;

    /** Each second of the rows' time begins new buckets, and has the next moment of a calendar computed. */
    private static final Set<String> ALLOCATE_WITH_TIME = Set.of("aggregation", "window cron");

    private static final long TOLERATED_WITH_TIME = MEASURED_ROWS * 10;

    static Stream<Question> questions() {
        return Questions.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void allocatesNothingForAnEvent(Question question) {
        try (Probe probe = new Probe(question, 1)) {
            probe.send(WARM_UP_ROWS);

            long allocated = LongStream.range(0, SLICES)
                    .map(slice -> probe.allocatedBy(MEASURED_ROWS))
                    .min()
                    .orElseThrow();

            assertThat(probe.results()).isPositive();
            assertThat(allocated)
                    .isLessThan(ALLOCATE_WITH_TIME.contains(question.name()) ? TOLERATED_WITH_TIME : TOLERATED_BYTES);
        }
    }
}
