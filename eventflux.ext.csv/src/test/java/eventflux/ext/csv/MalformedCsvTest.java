package eventflux.ext.csv;

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

class MalformedCsvTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("s", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL));

    private static final String GOOD =
            "s,i,l,f,d,b\n\"a\"\"b\",1,1e3,0.5,-12.25,true\r\nK\u00f6ln \u20ac \ud83d\ude00,-7,2001-01-01,1,1e-5,false\n,,,,,\n";
    private static final long SEED = 8_180_339L;
    private static final int TRIES = 30_000;

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        Random random = new Random(SEED);
        int failed = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = BrokenMessage.of(GOOD.getBytes(StandardCharsets.UTF_8), random);
            SourceMapper mapper = new CsvSourceMapperFactory()
                    .create(EndpointFixture.mapped(
                            CsvSourceMapperFactory.class,
                            SCHEMA,
                            Map.of("date-format", "iso", "has-header", i % 2 == 0 ? "true" : "false")));
            try {
                mapper.map(bytes, 0, bytes.length, new RecordedRows(SCHEMA));
            } catch (MappingException e) {
                assertThat(e.place()).startsWith("line ");
                failed++;
            }
        }
        assertThat(failed).isBetween(TRIES / 10, TRIES);
    }
}
