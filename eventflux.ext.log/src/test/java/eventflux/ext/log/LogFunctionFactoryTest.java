package eventflux.ext.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.testkit.stream.StreamFunctionCase;
import eventflux.testkit.stream.StreamFunctionContract;
import eventflux.testkit.stream.StreamFunctionProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFunctionFactoryTest extends StreamFunctionContract {

    private static final Schema READINGS = Schema.of(
            new Column("level", DataType.STRING),
            new Column("word", DataType.STRING),
            new Column("whole", DataType.BOOL));

    private final RecordingLogger log = new RecordingLogger();

    @Override
    protected StreamFunctionFactory factory() {
        return new LogFunctionFactory();
    }

    @Override
    protected List<StreamFunctionCase> cases() {
        return List.of(StreamFunctionCase.of(), StreamFunctionCase.of("symbol", "open"));
    }

    private StreamFunctionProbe probe(String... arguments) {
        return new StreamFunctionProbe(new LogFunctionFactory(name -> log), StreamFunctionCase.of(arguments), READINGS);
    }

    @Test
    void writesTheRowWhenNothingElseIsSaid() {
        probe().row(1, "info", "a\nb", true).expired(2, "info", null, false);

        assertThat(log.lines)
                .containsExactly(
                        "INFO test: level=info, word=a\\nb, whole=true",
                        "INFO test: level=info, word=null, whole=false (expired)");
    }

    @Test
    void writesAMessageBeforeTheRow() {
        probe("word").row(1, "info", "hot", true);

        assertThat(log.lines).containsExactly("INFO test: hot, level=info, word=hot, whole=true");
    }

    @Test
    void leavesTheRowOffWhenItShould() {
        probe("word", "whole").row(1, "info", "hot", false);
        probe("whole").row(1, "info", "hot", true);

        assertThat(log.lines).containsExactly("INFO test: hot", "INFO test: level=info, word=hot, whole=true");
    }

    @Test
    void goesByThePriorityOfTheRow() {
        probe("level", "word", "whole")
                .row(1, "WARN", "a", false)
                .row(2, "debug", "b", false)
                .row(3, "fatal", "c", false)
                .row(4, "Off", "d", false);

        assertThat(log.lines).containsExactly("WARN test: a", "ERROR test: c");
    }

    @Test
    void refusesAPriorityThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> probe("level", "word").row(1, "loud", "a", false))
                .withMessageContaining("priority=loud");
    }
}
