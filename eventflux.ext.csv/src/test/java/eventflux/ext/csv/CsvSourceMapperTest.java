package eventflux.ext.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedRow;
import eventflux.testkit.connector.RecordedRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSourceMapperTest {

    private static final Schema STOCKS = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("date", DataType.LONG),
            new Column("price", DataType.DOUBLE));

    private static final Schema ALL = Schema.of(
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            new Column("s", DataType.STRING),
            new Column("o", DataType.OBJECT));

    private RecordedRows out = new RecordedRows(STOCKS);

    @Test
    void findsFieldsByTheirNamesInTheHeader() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        map(mapper, "volume,price,symbol,date\n7,39.81,MSFT,946684800000\r\n8,1,IBM,1\n");

        assertThat(out.values()).containsExactly(List.of("MSFT", 946684800000L, 39.81), List.of("IBM", 1L, 1.0));
    }

    @Test
    void readsTheHeaderFromTheFirstMessageAndLinesFromTheNext() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        map(mapper, "symbol,date,price");
        map(mapper, "MSFT,1,2.5");
        map(mapper, "");
        map(mapper, "symbol,date,price");
        map(mapper, "IBM,2,3");

        assertThat(out.values()).containsExactly(List.of("MSFT", 1L, 2.5), List.of("IBM", 2L, 3.0));
    }

    @Test
    void goesOnInTheMiddleWithTheHeaderThatAnotherHasRead() throws MappingException {
        SourceMapper former = mapper(STOCKS, Map.of());
        assertThat(former.memory()).isEmpty();
        map(former, "price,symbol,date");
        map(former, "2.5,MSFT,1");
        SourceMapper mapper = mapper(STOCKS, Map.of());

        mapper.recall(former.memory().orElseThrow());
        map(mapper, "3,IBM,2");
        MappingException failure = failure(mapper, "high,IBM,2");

        assertThat(out.values()).containsExactly(List.of("MSFT", 1L, 2.5), List.of("IBM", 2L, 3.0));
        assertThat(failure.place()).isEqualTo("line 4, field 1 (price)");
    }

    @Test
    void doesNotGoOnWithAHeaderThatLacksItsColumns() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        mapper.recall("7 symbol,price");

        assertThat(failure(mapper, "IBM,2").getMessage()).contains("no field \"date\"");
    }

    @Test
    void countsLinesFromOneAgainWhenTheHeaderComesAgain() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());
        map(mapper, "symbol,date,price\nMSFT,1,2.5\nMSFT,1,2.5\n");

        MappingException failure = failure(mapper, "symbol,date,price\nMSFT,1,2.5\nMSFT,1,high\n");

        assertThat(failure.place()).isEqualTo("line 3, field 3 (price)");
    }

    @Test
    void takesTheTimeOfTheEventFromAColumn() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("timestamp", "date", "date-format", "MMM d yyyy"));

        map(mapper, "symbol,date,price\nMSFT,Feb 1 2000,36.35\nMSFT,17,36.35\n");

        assertThat(out.all())
                .containsExactly(
                        new RecordedRow(OptionalLong.of(949363200000L), List.of("MSFT", 949363200000L, 36.35)),
                        new RecordedRow(OptionalLong.of(17), List.of("MSFT", 17L, 36.35)));
    }

    @Test
    void readsDigitsAsADateWhereTheColumnHasAFormatOfItsOwn() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("date-format.date", "yyyyMMdd"));

        map(mapper, "symbol,date,price\nMSFT,19700102,1\n");

        assertThat(out.values()).containsExactly(List.of("MSFT", 86_400_000L, 1.0));
    }

    @Test
    void readsEveryType() throws MappingException {
        out = new RecordedRows(ALL);
        SourceMapper mapper = mapper(ALL, Map.of());

        map(mapper, "i,l,f,d,b,s,o\n-7, 9223372036854775807 ,0.1,1e-3,TRUE, x ,y\n3.0,1e3,-0,NaN,false,\"\",\"\"\n");

        assertThat(out.values())
                .containsExactly(
                        List.of(-7, Long.MAX_VALUE, 0.1f, 0.001, true, " x ", "y"),
                        List.of(3, 1000L, -0.0f, Double.NaN, false, "", ""));
    }

    @Test
    void readsEmptyAndMissingFieldsAsNull() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("null-text", "NA"));

        map(mapper, "symbol,date,price\n,,\nNA,NA,NA\n\"NA\"\n");

        assertThat(out.values())
                .containsExactly(
                        Arrays.asList(null, null, null),
                        Arrays.asList(null, null, null),
                        Arrays.asList("NA", null, null));
    }

    @Test
    void undoesQuotes() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        map(mapper, "symbol,date,price\n\"a \"\"big\"\", \none\",\"5\",\"1.5\"\r\n5\" pipe,6,7\n");

        assertThat(out.values()).containsExactly(List.of("a \"big\", \none", 5L, 1.5), List.of("5\" pipe", 6L, 7.0));
    }

    @Test
    void takesFieldsByNumberWithoutAHeader() throws MappingException {
        SourceMapper mapper = mapper(
                STOCKS,
                Map.of(
                        "has-header",
                        "false",
                        "delimiter",
                        "tab",
                        "mapping.symbol",
                        "2",
                        "mapping.date",
                        "0",
                        "mapping.price",
                        "1"));

        map(mapper, "1\t2\tMSFT\tmore");

        assertThat(out.values()).containsExactly(List.of("MSFT", 1L, 2.0));
    }

    @Test
    void takesFieldsInTheOrderOfTheColumnsWithoutHeaderAndMappings() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("has-header", "false", "delimiter", ";", "quote", "none"));

        map(mapper, "\"MSFT\";1;2");

        assertThat(out.values()).containsExactly(List.of("\"MSFT\"", 1L, 2.0));
    }

    @Test
    void takesANameInTheHeaderFromAMapping() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("mapping.price", "Last Price"));

        map(mapper, "\uFEFFsymbol, date ,Last Price\nMSFT,1,2");

        assertThat(out.values()).containsExactly(List.of("MSFT", 1L, 2.0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'MSFT,x,1', '\"x\" is no LONG', 'line 2, field 2 (date)'",
                "'MSFT,1.5,1', '\"1.5\" is no LONG', 'line 2, field 2 (date)'",
                "'MSFT,9223372036854775808,1', '\"9223372036854775808\" is no LONG', 'line 2, field 2 (date)'",
                "'MSFT,1e999999999,1', '\"1e999999999\" is no LONG', 'line 2, field 2 (date)'",
                "'MSFT,1,0x1p3', '\"0x1p3\" is no DOUBLE', 'line 2, field 3 (price)'",
                "'MSFT,1,1e999', '\"1e999\" is no DOUBLE', 'line 2, field 3 (price)'",
                "'MSFT,1,1d', '\"1d\" is no DOUBLE', 'line 2, field 3 (price)'",
                "'MSFT,1,-', '\"-\" is no DOUBLE', 'line 2, field 3 (price)'",
                "'MSFT,1,1,1', '4 fields, but the header has 3', 'line 2'",
                "'\"MSFT,1,1', 'a quote that is never closed', 'line 2, field 1'",
                "'\"MSFT\"x,1,1', 'text behind a closing quote', 'line 2, field 1'"
            })
    void saysWhatDoesNotFitAndWhere(String line, String message, String place) throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());
        map(mapper, "symbol,date,price");

        MappingException failure = failure(mapper, line);

        assertThat(failure).hasMessage(message);
        assertThat(failure.place()).isEqualTo(place);
        assertThat(out.isOpen()).isFalse();
        assertThat(out.all()).isEmpty();
    }

    @Test
    void refusesTextThatIsNotUtf8() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of());
        map(mapper, "symbol,date,price");
        byte[] latin = "K\u00f6ln,1,1".getBytes(StandardCharsets.ISO_8859_1);

        MappingException failure =
                catchThrowableOfType(MappingException.class, () -> mapper.map(latin, 0, latin.length, out));

        assertThat(failure.place()).isEqualTo("line 2, field 1 (symbol)");
        assertThat(failure).hasMessageContaining("not UTF-8");
    }

    @Test
    void mapsTheOtherLinesBeforeItReportsTheBadOnes() {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        MappingException failure = failure(mapper, "symbol,date,price\nA,1,1\nB,x,1\nC,\"3\"x,1\nD,y\nE,5,5\n");

        assertThat(failure).hasMessage("\"x\" is no LONG (and 2 more could not be read)");
        assertThat(failure.place()).isEqualTo("line 3, field 2 (date)");
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(out.values()).containsExactly(List.of("A", 1L, 1.0), List.of("E", 5L, 5.0));
    }

    @Test
    void dropsBadLinesWithoutAWordWhenAsked() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("ignore-parse-errors", "true"));

        map(mapper, "symbol,date,price\nA,x,1\nB,2,2\n\"");

        assertThat(out.values()).containsExactly(List.of("B", 2L, 2.0));
    }

    @Test
    void saysWhichNamesTheHeaderHas() {
        SourceMapper mapper = mapper(STOCKS, Map.of());

        MappingException first = failure(mapper, "Symbol,date,price\n");
        MappingException next = failure(mapper, "MSFT,1,1\n");

        assertThat(first)
                .hasMessage("the header has no field \"symbol\" for column symbol, it has [Symbol, date, price]");
        assertThat(next).hasMessage(first.getMessage());
        assertThat(next.place()).isEqualTo("line 1");
    }

    @Test
    void refusesARowWithoutItsTime() throws MappingException {
        SourceMapper mapper = mapper(STOCKS, Map.of("timestamp", "date"));
        map(mapper, "symbol,date,price");

        assertThat(failure(mapper, "A,,1")).hasMessage("the time of the event is missing");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused(Map.of("delimiter", ";;"), "delimiter");
        assertRefused(Map.of("delimiter", "\u00a7"), "delimiter");
        assertRefused(Map.of("quote", ","), "same character");
        assertRefused(Map.of("mapping.volume", "1"), "mapping.volume");
        assertRefused(Map.of("date-format.price", "iso"), "date-format.price");
        assertRefused(Map.of("date-format", "bbb"), "b");
        assertRefused(Map.of("timestamp", "symbol"), "timestamp=symbol");
        assertRefused(Map.of("has-header", "false", "mapping.symbol", "0"), "column=date");
        assertRefused(Map.of("mapping.symbol", "1000"), "mapping.symbol");
    }

    @Test
    void readsMoreFieldsThanItBeganWithAndRefusesTooMany() throws MappingException {
        SourceMapper mapper = mapper(
                STOCKS,
                Map.of("has-header", "false", "mapping.symbol", "999", "mapping.date", "0", "mapping.price", "1"));

        map(mapper, "1,2," + "x,".repeat(997) + "last");
        MappingException failure = failure(mapper, "1,2," + "x,".repeat(998) + "last\n");

        assertThat(out.values()).containsExactly(List.of("last", 1L, 2.0));
        assertThat(failure).hasMessage("more than 1000 fields");
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SourceMapperFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(CsvSourceMapperFactory.class);
    }

    private void assertRefused(Map<String, String> settings, String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper(STOCKS, settings))
                .withMessageContaining(part);
    }

    private static SourceMapper mapper(Schema schema, Map<String, String> settings) {
        return new CsvSourceMapperFactory()
                .create(EndpointFixture.mapped(CsvSourceMapperFactory.class, schema, settings));
    }

    private void map(SourceMapper mapper, String text) throws MappingException {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
        mapper.map(bytes, 2, bytes.length - 4, out);
    }

    private MappingException failure(SourceMapper mapper, String text) {
        return catchThrowableOfType(MappingException.class, () -> map(mapper, text));
    }
}
