package eventflux.testkit.mapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import eventflux.testkit.spi.Description;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every source mapper owes the engine. The test of a mapper extends this class and gives messages that it can read and others. */
public abstract class SourceMapperContract {

    private static final long SEED = 16_180_339L;
    private static final int BROKEN = 20_000;

    /** The factory of the mapper under test. */
    protected abstract SourceMapperFactory factory();

    /** The columns of the rows. */
    protected abstract Schema schema();

    /** The settings that the messages are of. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** Messages with their rows. */
    protected abstract List<MessageCase> readable();

    /** Messages that cannot be read. */
    protected abstract List<byte[]> unreadable();

    private SourceMapper mapper() {
        return factory().create(EndpointFixture.mapped(factory().getClass(), schema(), settings()));
    }

    @Test
    final void describesItself() {
        Description.check(factory().getClass(), ExtensionKind.SOURCE_MAPPER);
    }

    @TestFactory
    final Stream<DynamicTest> makesTheRowsOfAMessage() {
        return readable().stream()
                .map(message -> DynamicTest.dynamicTest(message.toString(), () -> {
                    RecordedRows rows = new RecordedRows(schema());
                    map(mapper(), message.payload(), rows);
                    assertEquals(message.rows(), rows.values());
                }));
    }

    /** The engine hands over a part of an array that holds more. */
    @Test
    final void readsNothingBeforeOrBehindTheMessage() throws MappingException {
        for (MessageCase message : readable()) {
            RecordedRows rows = new RecordedRows(schema());
            byte[] amid = new byte[message.payload().length + 6];
            Arrays.fill(amid, (byte) '7');
            System.arraycopy(message.payload(), 0, amid, 3, message.payload().length);
            mapper().map(amid, 3, message.payload().length, rows);
            assertEquals(message.rows(), rows.values(), message::toString);
        }
    }

    @TestFactory
    final Stream<DynamicTest> saysWhatIsWrongWithAMessageAndWhere() {
        return unreadable().stream()
                .map(payload -> DynamicTest.dynamicTest("'" + text(payload) + "'", () -> {
                    RecordedRows rows = new RecordedRows(schema());
                    MappingException wrong = assertThrows(MappingException.class, () -> map(mapper(), payload, rows));
                    assertNotNull(wrong.getMessage());
                    assertFalse(wrong.place().isBlank(), "it does not say where");
                }));
    }

    @Test
    final void goesOnAfterAMessageThatItCannotRead() throws MappingException {
        SourceMapper mapper = mapper();
        for (byte[] payload : unreadable()) {
            for (MessageCase message : readable()) {
                RecordedRows rows = new RecordedRows(schema());
                assertThrows(MappingException.class, () -> map(mapper, payload, rows));
                rows.abort();
                int before = rows.all().size();
                map(mapper, message.payload(), rows);
                List<List<Object>> since = new ArrayList<>(rows.values());
                assertEquals(message.rows(), since.subList(before, since.size()), message::toString);
            }
        }
    }

    /** No message may stop a source, whatever became of it on its way. */
    @Test
    final void failsForBrokenMessagesByMappingExceptionsAlone() throws MappingException {
        Random random = new Random(SEED);
        SourceMapper mapper = mapper();
        for (int i = 0; i < BROKEN; i++) {
            byte[] broken =
                    BrokenMessage.of(readable().get(i % readable().size()).payload(), random);
            RecordedRows rows = new RecordedRows(schema());
            try {
                map(mapper, broken, rows);
            } catch (MappingException e) {
                assertFalse(e.place().isBlank(), "it does not say where");
                rows.abort();
            }
            assertFalse(rows.isOpen(), "a row was begun and not committed");
        }
        for (MessageCase message : readable()) {
            RecordedRows rows = new RecordedRows(schema());
            map(mapper, message.payload(), rows);
            assertEquals(message.rows(), rows.values(), message::toString);
        }
    }

    @Test
    final void leavesFlushingToTheCaller() throws MappingException {
        RecordedRows rows = new RecordedRows(schema());
        map(mapper(), readable().get(0).payload(), rows);
        assertEquals(0, rows.flushes());
        assertFalse(rows.isOpen(), "a row was begun and not committed");
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static void map(SourceMapper mapper, byte[] payload, RecordedRows rows) throws MappingException {
        mapper.map(payload, 0, payload.length, rows);
    }
}
