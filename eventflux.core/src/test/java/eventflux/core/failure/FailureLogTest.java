package eventflux.core.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.FailureSummary;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.RowFailures;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private static final StackTraceElement MATH = new StackTraceElement("java.lang.Math", "addExact", "Math.java", 883);
    private static final StackTraceElement LIBRARY =
            new StackTraceElement("org.json.Parser", "next", "Parser.java", 40);
    private static final StackTraceElement VENDOR = new StackTraceElement("acme.windows.Last", "add", "Last.java", 9);
    private static final StackTraceElement ENGINE =
            new StackTraceElement("eventflux.core.operator.WindowStage", "receive", "WindowStage.java", 90);

    private long now = 1_000;
    private final FailureLog log = new FailureLog("app", System.getLogger("eventflux.app.quiet"), () -> now);
    private final Lines lines = new Lines();
    private final FailureLog written = new FailureLog("app", lines, () -> now);

    /** Keeps what is written for people. */
    private static final class Lines implements System.Logger {

        private final List<String> texts = new ArrayList<>();

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level != Level.DEBUG;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            add(level, text);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            add(level, MessageFormat.format(format, values));
        }

        private void add(Level level, String line) {
            if (isLoggable(level)) {
                texts.add(level + " " + line);
            }
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            written.failed("q", RowFailures.STEP, at(new IllegalStateException("odd"), ENGINE));
        }
    }

    private enum Code implements ErrorCode {
        GONE;

        @Override
        public ErrorKind kind() {
            return ErrorKind.EXTERNAL;
        }

        @Override
        public String template() {
            return "it is gone";
        }
    }

    private static <T extends Throwable> T at(T failure, StackTraceElement... stack) {
        failure.setStackTrace(stack);
        return failure;
    }

    private FailureSummary after(Throwable failure) {
        log.owners(new CodeOwners(Map.of("acme.windows", "acme.windows 1.2.0")));
        log.rowFailed("q/window", null, failure);
        assertThat(log.summaries()).hasSize(1);
        return log.summaries().get(0);
    }

    @Test
    void namesTheBundleWhoseCodeFailed() {
        FailureSummary failure = after(at(new ArithmeticException("long overflow"), MATH, VENDOR, ENGINE));

        assertThat(failure.origin()).isEqualTo("acme.windows.Last.add (Last.java:9)");
        assertThat(failure.provider()).isEqualTo("acme.windows 1.2.0");
        assertThat(failure.reason()).isEqualTo("long overflow");
    }

    @Test
    void namesTheBundleThatCalledALibrary() {
        FailureSummary failure = after(at(new IllegalStateException(), LIBRARY, VENDOR, ENGINE));

        assertThat(failure.origin()).isEqualTo("org.json.Parser.next (Parser.java:40)");
        assertThat(failure.provider()).isEqualTo("acme.windows 1.2.0");
        assertThat(failure.reason()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void looksForTheBundleInCauses() {
        Throwable cause = at(new IllegalStateException("inside"), VENDOR, ENGINE);

        assertThat(after(at(new RuntimeException("outside", cause), ENGINE)).provider())
                .isEqualTo("acme.windows 1.2.0");
    }

    @Test
    void blamesNobodyForWhatTheEngineDoesBeneathIt() {
        FailureSummary failure = after(at(new IllegalStateException("odd"), ENGINE, VENDOR, ENGINE));

        assertThat(failure.provider()).isEmpty();
        assertThat(failure.advice()).isEqualTo(ErrorKind.INTERNAL.advice());
    }

    @Test
    void advisesByTheKindOfAnError() {
        EventFluxException failure = at(new EventFluxException(Problem.of(Code.GONE)), VENDOR, ENGINE);

        assertThat(after(failure).advice()).isEqualTo(ErrorKind.EXTERNAL.advice());
    }

    @Test
    void blamesTheValuesForWhatOverflowsOrIsNoArgument() {
        log.rowFailed("sum", null, at(new ArithmeticException("long overflow"), MATH, ENGINE));
        log.rowFailed("date", null, at(new IllegalArgumentException("no unit"), VENDOR, ENGINE));

        assertThat(log.summaries())
                .hasSize(2)
                .allSatisfy(failure ->
                        assertThat(failure.advice()).contains("values").contains("@OnError"));
    }

    @Test
    void pointsToTheOutsideWhenAConnectorDoes() {
        FailureSummary failure = after(at(new IOException("connection refused"), VENDOR, ENGINE));

        assertThat(failure.provider()).isEqualTo("acme.windows 1.2.0");
        assertThat(failure.advice()).isEqualTo(ErrorKind.EXTERNAL.advice());
    }

    @Test
    void livesWithFailuresWithoutStackAndWithLongReasons() {
        FailureSummary failure = after(at(new IllegalStateException("x".repeat(5_000))));

        assertThat(failure.origin()).isEmpty();
        assertThat(failure.reason()).hasSizeLessThan(1_100);
    }

    @Test
    void keepsTheLastFailureOfEachPlace() {
        log.rowFailed("q", null, at(new IllegalStateException("first"), ENGINE));
        now = 2_000;
        log.failed("sink Out", "a message", at(new IllegalStateException("sink"), ENGINE));
        now = 3_000;
        log.rowFailed("q", null, at(new IllegalArgumentException("last"), VENDOR));
        log.counted("q", at(new IllegalArgumentException("very last"), VENDOR));

        assertThat(log.summaries())
                .extracting(
                        FailureSummary::place,
                        FailureSummary::count,
                        FailureSummary::lastMillis,
                        FailureSummary::reason)
                .containsExactly(tuple("q", 3L, 3_000L, "very last"), tuple("sink Out", 1L, 2_000L, "sink"));
    }

    @Test
    void saysWhatFailedAtTheLevelOfWhoeverTellsIt() {
        written.failed("q", RowFailures.TIMER, at(new IllegalStateException("odd"), ENGINE));
        written.at(Level.ERROR).failed("q", RowFailures.STEP, at(new IllegalStateException("even"), ENGINE));

        assertThat(lines.texts)
                .containsExactly(
                        "WARNING app: q failed on a timer: odd (error 1 there)",
                        "ERROR app: q failed on the rows of a step: even (error 2 there)");
    }

    @Test
    void writesTheFirstFailuresOfAPlaceOneByOne() {
        fail(9_999);

        assertThat(lines.texts).hasSize(5);
    }

    @Test
    void writesAFloodOfFailuresDownEveryTenSeconds() {
        fail(5);
        fail(500_000);
        now += 9_999;
        fail(100_000);
        now += 1;
        fail(500_000);

        assertThat(lines.texts).hasSize(6);
        assertThat(lines.texts.get(5)).endsWith("(error 610,000 there)");
    }

    @Test
    void goesOnWritingWhenTheClockIsSetBack() {
        now = 100_000_000;
        fail(9_999);
        now = 1_000;
        fail(1);

        assertThat(lines.texts).hasSize(6);
    }

    @Test
    void forgetsAllWhenItBeginsAnew() {
        log.rowFailed("q", null, new IllegalStateException("first"));

        log.reset();

        assertThat(log.summaries()).isEmpty();
    }
}
