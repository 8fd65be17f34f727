package eventflux.ext.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRows;
import eventflux.testkit.row.HeapRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CsvSinkMapperTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("name", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("at", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            new Column("o", DataType.OBJECT));

    private final PayloadBuffer out = new PayloadBuffer();

    @Test
    void writesNamesAndValuesInTheOrderOfTheColumns() {
        SinkMapper mapper = mapper(Map.of());

        mapper.header(out);
        out.write("\n");
        mapper.map(row("MSFT", 1, 2L, 0.1f, 39.81, true, List.of(1)), out);

        assertThat(out).hasToString("name,i,at,f,d,b,o\nMSFT,1,2,0.1,39.81,true,[1]");
    }

    @Test
    void keepsNullApartFromTheEmptyText() {
        mapper(Map.of()).map(row("", null, null, null, null, null, null), out);

        assertThat(out).hasToString("\"\",,,,,,");
    }

    @Test
    void quotesWhatNeedsIt() {
        mapper(Map.of("delimiter", ";")).map(row("a \"b\"; K\u00f6ln\n", 1, 2L, 1f, 1.0, false, " x"), out);

        assertThat(out).hasToString("\"a \"\"b\"\"; K\u00f6ln\n\";1;2;1.0;1.0;false;\" x\"");
    }

    @Test
    void writesTimesAsDatesWhereAsked() {
        SinkMapper mapper = mapper(Map.of(
                "timestamp",
                "_time",
                "date-format",
                "iso",
                "date-format.at",
                "yyyy-MM-dd",
                "header-names",
                "A,B,C,D,E,F,G"));

        mapper.header(out);
        out.write("\n");
        mapper.map(row(null, null, 86_400_000L, null, null, null, null), out);

        assertThat(out).hasToString("A,B,C,D,E,F,G,_time\n,,1970-01-02,,,,,1970-01-01T00:00:05.000Z");
    }

    @Test
    void writesNoHeaderWhenNotWanted() {
        mapper(Map.of("include-header", "false")).header(out);

        assertThat(out.length()).isZero();
    }

    @Test
    void writesWhatTheSourceReadsBack() throws MappingException {
        RecordedRows back = new RecordedRows(SCHEMA);
        HeapRow row = row("a,\"\r\nb", Integer.MIN_VALUE, Long.MIN_VALUE, Float.MIN_VALUE, 0.1 + 0.2, false, "");

        mapper(Map.of("include-header", "false")).map(row, out);
        new CsvSourceMapperFactory()
                .create(EndpointFixture.mapped(CsvSourceMapperFactory.class, SCHEMA, Map.of("has-header", "false")))
                .map(out.array(), 0, out.length(), back);

        assertThat(back.values())
                .containsExactly(Arrays.asList(
                        "a,\"\r\nb", Integer.MIN_VALUE, Long.MIN_VALUE, Float.MIN_VALUE, 0.1 + 0.2, false, ""));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> mapper(Map.of("header-names", "a,b")));
        assertThatIllegalArgumentException().isThrownBy(() -> mapper(Map.of("date-format.d", "iso")));
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SinkMapperFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(CsvSinkMapperFactory.class);
    }

    private static SinkMapper mapper(Map<String, String> settings) {
        return new CsvSinkMapperFactory().create(EndpointFixture.mapped(CsvSinkMapperFactory.class, SCHEMA, settings));
    }

    private static HeapRow row(Object... values) {
        return HeapRow.of(SCHEMA, 0, 5000, values);
    }
}
