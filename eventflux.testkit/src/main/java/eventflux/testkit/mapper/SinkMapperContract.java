package eventflux.testkit.mapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.spi.Description;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every sink mapper owes the engine. The test of a mapper extends this class and gives rows with their messages. */
public abstract class SinkMapperContract {

    /** The factory of the mapper under test. */
    protected abstract SinkMapperFactory factory();

    /** The columns of the rows. */
    protected abstract Schema schema();

    /** The settings that the messages are of. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** Messages of one row each. */
    protected abstract List<MessageCase> cases();

    private SinkMapper mapper() {
        return factory().create(EndpointFixture.mapped(factory().getClass(), schema(), settings()));
    }

    @Test
    final void describesItself() {
        Description.check(factory().getClass(), ExtensionKind.SINK_MAPPER);
    }

    @TestFactory
    final Stream<DynamicTest> makesTheMessageOfARow() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    PayloadBuffer out = new PayloadBuffer();
                    map(mapper(), one, out);
                    assertEquals(text(one), out.toString());
                }));
    }

    @Test
    final void makesTheSameMessageWhateverItMadeBefore() {
        SinkMapper mapper = mapper();
        PayloadBuffer out = new PayloadBuffer();
        for (MessageCase former : cases()) {
            for (MessageCase one : cases()) {
                map(mapper, former, out);
                out.clear();
                map(mapper, one, out);
                assertEquals(text(one), out.toString());
                out.clear();
            }
        }
    }

    /** The engine may put messages one behind another. */
    @Test
    final void writesBehindWhatTheBufferHas() {
        PayloadBuffer out = new PayloadBuffer();
        out.write("first");
        map(mapper(), cases().get(0), out);
        assertEquals("first" + text(cases().get(0)), out.toString());
    }

    private void map(SinkMapper mapper, MessageCase one, PayloadBuffer out) {
        mapper.map(HeapRow.of(schema(), 0, 0, one.rows().get(0).toArray()), out);
    }

    // Bytes that are no UTF-8 become one sign each, on both sides.
    private static String text(MessageCase one) {
        return new String(one.payload(), StandardCharsets.UTF_8);
    }
}
