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

class TokenizeFactoryTest extends StreamFunctionContract {

    private static final Schema TEXTS = Schema.of(new Column("text", DataType.STRING));

    @Override
    protected StreamFunctionFactory factory() {
        return new TokenizeFactory();
    }

    @Override
    protected List<StreamFunctionCase> cases() {
        return List.of(
                StreamFunctionCase.of("symbol").with("b"),
                StreamFunctionCase.of("symbol").with("", true));
    }

    @Test
    void takesBackThePartsOfARowThatLeaves() {
        StreamFunctionProbe probe =
                new StreamFunctionProbe(factory(), StreamFunctionCase.of("text").with("-", true), TEXTS);

        probe.row(1, "a-b--a").expired(2, "a-b--a");

        assertThat(probe.passed())
                .containsExactly(
                        "1: #1@1[a-b--a][a]", "1: #1@1[a-b--a][b]", "2: -#2@2[a-b--a][a]", "2: -#2@2[a-b--a][b]");
    }

    @Test
    void refusesWhatIsNoRegularExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StreamFunctionProbe(
                        factory(), StreamFunctionCase.of("text").with("("), TEXTS))
                .withMessageContaining("'('");
    }
}
