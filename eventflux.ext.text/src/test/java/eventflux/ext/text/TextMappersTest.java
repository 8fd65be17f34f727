package eventflux.ext.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import eventflux.testkit.row.HeapRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextMappersTest {

    private static final Schema STOCKS = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("volume", DataType.INT));
    private static final Schema LINE = Schema.of(new Column("line", DataType.STRING));

    private final RecordedRows rows = new RecordedRows(STOCKS);

    private static SourceMapper text(Schema schema, Map<String, String> settings) {
        return new TextSourceMapperFactory()
                .create(EndpointFixture.mapped(TextSourceMapperFactory.class, schema, settings));
    }

    private List<List<Object>> map(SourceMapper mapper, String message) throws MappingException {
        byte[] bytes = ("[" + message + "]").getBytes(StandardCharsets.UTF_8);
        mapper.map(bytes, 1, bytes.length - 2, rows);
        return rows.values();
    }

    private static String write(SinkMapper mapper, Schema schema, Object... values) {
        PayloadBuffer out = new PayloadBuffer();
        mapper.map(HeapRow.of(schema, 0, 0, values), out);
        return out.toString();
    }

    @Test
    void readsPairsOnLines() throws MappingException {
        assertThat(map(text(STOCKS, Map.of()), "symbol:\"I,B \\\"M\\\"\",\nprice:55.6,\nvolume:100"))
                .containsExactly(List.of("I,B \"M\"", 55.6, 100));
    }

    @Test
    void readsWhatItWrites() throws MappingException {
        SinkMapper mapper = new TextSinkMapperFactory()
                .create(EndpointFixture.mapped(TextSinkMapperFactory.class, STOCKS, Map.of()));

        String text = write(mapper, STOCKS, "a\"b\\c", 1.5, -3);

        assertThat(text).isEqualTo("symbol:\"a\\\"b\\\\c\",\nprice:1.5,\nvolume:-3");
        assertThat(map(text(STOCKS, Map.of()), text)).containsExactly(List.of("a\"b\\c", 1.5, -3));
    }

    @Test
    void findsValuesByRegularExpressions() throws MappingException {
        SourceMapper mapper = text(
                STOCKS,
                Map.of(
                        "regex.A", "(\\w+) at ([0-9.]+)",
                        "regex.B", "volume (\\d+)",
                        "mapping.symbol", "A[1]",
                        "mapping.price", "A[2]",
                        "mapping.volume", "B[1]"));

        assertThat(map(mapper, "sold IBM at 12.5, volume 7")).containsExactly(List.of("IBM", 12.5, 7));
    }

    @Test
    void failsWhereAValueIsMissingUnlessItMayBe() throws MappingException {
        assertThatThrownBy(() -> map(text(STOCKS, Map.of()), "symbol:\"IBM\",\nprice:1"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("volume");
        rows.abort();

        assertThat(map(text(STOCKS, Map.of("fail.on.missing.attribute", "false")), "symbol:\"IBM\",\nprice:1"))
                .containsExactly(Arrays.asList("IBM", 1.0, null));
    }

    @Test
    void saysWhichValueDoesNotFit() {
        assertThatThrownBy(() -> map(text(STOCKS, Map.of()), "symbol:\"IBM\",\nprice:much,\nvolume:1"))
                .hasMessage("price is DOUBLE, not 'much'");
    }

    @Test
    void readsManyRowsOfOneMessageAndGoesOnBehindABadOne() {
        SourceMapper mapper = text(STOCKS, Map.of("event.grouping.enabled", "true", "delimiter", "---"));

        assertThatThrownBy(() -> map(
                        mapper,
                        "symbol:\"A\",\nprice:1,\nvolume:1\n---\nsymbol:\"B\"\n---\nsymbol:\"C\",\nprice:3,\nvolume:3"))
                .hasMessageContaining("price");

        assertThat(rows.values()).containsExactly(List.of("A", 1.0, 1), List.of("C", 3.0, 3));
    }

    @Test
    void takesAWholeTextIntoTheOnlyColumn() throws MappingException {
        RecordedRows lines = new RecordedRows(LINE);

        text(LINE, Map.of()).map("any: thing at all".getBytes(StandardCharsets.UTF_8), 0, 17, lines);

        assertThat(lines.values()).containsExactly(List.of("any: thing at all"));
    }

    @Test
    void fillsATemplateIn() {
        SinkMapper mapper = new TextSinkMapperFactory()
                .create(EndpointFixture.mapped(
                        TextSinkMapperFactory.class,
                        STOCKS,
                        Map.of("template", "{{symbol}}: {{ price }} ({{volume}})")));

        assertThat(write(mapper, STOCKS, "IBM", 12.5, null)).isEqualTo("IBM: 12.5 (null)");
    }

    @Test
    void readsAndWritesPairsOfNamesAndValues() throws MappingException {
        SinkMapper sink = new KeyValueSinkMapperFactory()
                .create(EndpointFixture.mapped(KeyValueSinkMapperFactory.class, STOCKS, Map.of()));
        SourceMapper source = new KeyValueSourceMapperFactory()
                .create(EndpointFixture.mapped(KeyValueSourceMapperFactory.class, STOCKS, Map.of()));

        assertThat(write(sink, STOCKS, "IBM", 1.0, 2)).isEqualTo("symbol=\"IBM\",price=1.0,volume=2");
        assertThat(map(source, "volume = 2, symbol=IBM,price=1")).containsExactly(List.of("IBM", 1.0, 2));
    }

    @Test
    void passesOneColumnOnAsItIs() throws MappingException {
        RecordedRows lines = new RecordedRows(LINE);
        SourceMapper source = new BytesSourceMapperFactory()
                .create(EndpointFixture.mapped(BytesSourceMapperFactory.class, LINE, Map.of()));
        SinkMapper sink = new BytesSinkMapperFactory()
                .create(EndpointFixture.mapped(BytesSinkMapperFactory.class, STOCKS, Map.of("field-index", "1")));

        source.map("grün".getBytes(StandardCharsets.UTF_8), 0, 5, lines);

        assertThat(lines.values()).containsExactly(List.of("grün"));
        assertThat(write(sink, STOCKS, "IBM", 2.5, 2)).isEqualTo("2.5");
        assertThat(write(sink, STOCKS, "IBM", null, 2)).isEmpty();
    }

    @Test
    void neverFailsOtherwiseThanByAMappingError() {
        Random random = new Random(7);
        List<SourceMapper> mappers = List.of(
                text(STOCKS, Map.of()),
                text(STOCKS, Map.of("event.grouping.enabled", "true", "delimiter", ",")),
                text(STOCKS, Map.of("regex.A", "(a*)(b)?", "mapping.symbol", "A[1]", "mapping.price", "A[9]")));
        String alphabet = "symbolprice:\"\\,=\n 0a~.[]";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder message = new StringBuilder();
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(at -> message.append(alphabet.charAt(at)));
            byte[] bytes = message.toString().getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            for (SourceMapper mapper : mappers) {
                try {
                    mapper.map(bytes, 0, bytes.length, rows);
                } catch (MappingException e) {
                    rows.abort();
                }
            }
        }
    }
}
