package eventflux.ext.json;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import eventflux.testkit.mapper.BrokenMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MalformedJsonTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("s", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            new Column("o", DataType.OBJECT));

    private static final String GOOD =
            "{\"rows\":[{\"s\":\"K\u00f6ln \\u20ac \ud83d\ude00\",\"i\":-7,\"l\":\"2001-01-01\",\"f\":0.5,"
                    + "\"d\":1e-5,\"b\":true,\"o\":{\"x\":[1,2.5,null,\"y\"]}},{\"a\":{\"n\":[3,1e3]},\"b\":false,\"o\":12345678901234567890}]}";
    private static final long SEED = 27_182_818L;
    private static final int TRIES = 30_000;

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        Random random = new Random(SEED);
        SourceMapper mapper = new JsonSourceMapperFactory()
                .create(EndpointFixture.mapped(
                        JsonSourceMapperFactory.class,
                        SCHEMA,
                        Map.of(
                                "enclosing.element",
                                "rows",
                                "date-format",
                                "iso",
                                "mapping.l",
                                "l",
                                "mapping.i",
                                "$.a.n[1]")));
        int failed = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = BrokenMessage.of(GOOD.getBytes(StandardCharsets.UTF_8), random);
            RecordedRows out = new RecordedRows(SCHEMA);
            try {
                mapper.map(bytes, 0, bytes.length, out);
            } catch (MappingException e) {
                assertThat(e.place()).contains("byte ");
                failed++;
            }
            assertThat(out.isOpen()).isFalse();
        }
        assertThat(failed).isBetween(TRIES / 10, TRIES);
    }
}
