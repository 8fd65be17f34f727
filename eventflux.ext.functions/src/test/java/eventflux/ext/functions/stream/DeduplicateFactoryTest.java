package eventflux.ext.functions.stream;

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

class DeduplicateFactoryTest extends StreamFunctionContract {

    private static final Schema LETTERS = Schema.of(new Column("letter", DataType.STRING));

    @Override
    protected StreamFunctionFactory factory() {
        return new DeduplicateFactory();
    }

    @Override
    protected List<StreamFunctionCase> cases() {
        return List.of(
                StreamFunctionCase.of("symbol").with(10L),
                StreamFunctionCase.of("volume").with(25L),
                StreamFunctionCase.of("price").with(1L));
    }

    @Test
    void countsTheTimeFromTheRowThatPassed() {
        StreamFunctionProbe probe = new StreamFunctionProbe(
                factory(), StreamFunctionCase.of("letter").with(10L), LETTERS);

        probe.row(0, "a").row(9, "a").row(10, "a").row(11, "b").row(19, "a");

        assertThat(probe.passed()).containsExactly("0: #1@0[a][]", "10: #3@10[a][]", "11: #4@11[b][]");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamFunctionProbe(
                        factory(), StreamFunctionCase.of("letter").with(0L), LETTERS));
    }
}
