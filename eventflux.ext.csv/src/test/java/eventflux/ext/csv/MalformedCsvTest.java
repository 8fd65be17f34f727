package eventflux.ext.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final byte[] SPICE = "\",\n\r.-+eE0x\0\tNaN".getBytes(StandardCharsets.US_ASCII);
    private static final long SEED = 8_180_339L;
    private static final int TRIES = 30_000;

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        Random random = new Random(SEED);
        int failed = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = broken(random);
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

    private static byte[] broken(Random random) {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256) : SPICE[random.nextInt(SPICE.length)];
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
