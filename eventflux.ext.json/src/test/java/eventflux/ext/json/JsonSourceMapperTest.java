package eventflux.ext.json;

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

class JsonSourceMapperTest {

    private static final Schema TRADES = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("volume", DataType.INT),
            new Column("ts", DataType.LONG));

    private static final Schema ALL = Schema.of(
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            new Column("s", DataType.STRING),
            new Column("o", DataType.OBJECT));

    private RecordedRows out = new RecordedRows(TRADES);

    @Test
    void goesByNamesAndNotByTheOrderOfProperties() throws MappingException {
        map(mapper(TRADES, Map.of()), "{'ts':5,'other':{'symbol':'no'},'volume':7,'price':1,'symbol':'IBM'}");

        assertThat(out.all()).containsExactly(new RecordedRow(OptionalLong.empty(), List.of("IBM", 1.0, 7, 5L)));
    }

    @Test
    void mapsWhatIsMissingToNull() throws MappingException {
        map(mapper(TRADES, Map.of()), "{'price':null,'symbol':'IBM'}");

        assertThat(out.values()).containsExactly(Arrays.asList("IBM", null, null, null));
    }

    @Test
    void mapsEachElementOfAnArrayAndEachValueOfAMessage() throws MappingException {
        map(mapper(TRADES, Map.of()), "[{'volume':1},{'volume':2}]\n{'volume':3}\n [] \n{'volume':4}");

        assertThat(out.values()).extracting(row -> row.get(2)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void mapsNothingFromAnEmptyMessage() throws MappingException {
        map(mapper(TRADES, Map.of()), "");
        map(mapper(TRADES, Map.of()), " \r\n");

        assertThat(out.all()).isEmpty();
    }

    @Test
    void followsPathsIntoObjectsAndArrays() throws MappingException {
        SourceMapper mapper = mapper(
                TRADES,
                Map.of(
                        "mapping.symbol", "$.a['b c'][1].d",
                        "mapping.price", "a.p",
                        "mapping.volume", "$.v[0][1]",
                        "mapping.ts", "$['ts']"));

        map(mapper, "{'v':[[1,2],3],'a':{'p':0.5,'b c':[{'d':'no'},{'x':[],'d':'yes'}]},'ts':9}");
        map(mapper, "{'v':[],'a':[1],'ts':9}");

        assertThat(out.values()).containsExactly(List.of("yes", 0.5, 2, 9L), Arrays.asList(null, null, null, 9L));
    }

    @Test
    void mapsArraysInsideAnArrayByIndex() throws MappingException {
        SourceMapper mapper =
                mapper(TRADES, Map.of("mapping.ts", "[0]", "mapping.price", "$[1]", "mapping.volume", "$[2]"));

        map(mapper, "[[1,1.5,3],[2,2.5]]");

        assertThat(out.values()).containsExactly(Arrays.asList(null, 1.5, 3, 1L), Arrays.asList(null, 2.5, null, 2L));
    }

    @Test
    void mapsSingleValuesWhereAColumnTakesTheWhole() throws MappingException {
        Schema one = Schema.of(new Column("v", DataType.LONG));
        out = new RecordedRows(one);

        map(mapper(one, Map.of("mapping.v", "$")), "[1,2] 3");

        assertThat(out.values()).containsExactly(List.of(1L), List.of(2L), List.of(3L));
    }

    @Test
    void mapsWhatIsInsideTheEnclosingElement() throws MappingException {
        SourceMapper mapper =
                mapper(TRADES, Map.of("enclosing.element", "$.data.features", "mapping.price", "$.properties.mag"));

        map(
                mapper,
                "{'features':[1],'data':{'n':[2],'features':[{'properties':{'mag':2}},{'properties':{'mag':3.5}}]},'z':1}");
        map(mapper, "{'data':{'features':{'properties':{'mag':4}}}}");

        assertThat(out.values()).extracting(row -> row.get(1)).containsExactly(2.0, 3.5, 4.0);
    }

    @Test
    void saysThatTheEnclosingElementIsMissing() {
        MappingException failure = failure(mapper(TRADES, Map.of("enclosing.element", "$.features")), "{'feature':[]}");

        assertThat(failure).hasMessage("no enclosing element $.features");
    }

    @Test
    void takesTheTimeOfTheEventFromAColumn() throws MappingException {
        SourceMapper mapper = mapper(TRADES, Map.of("timestamp", "ts", "date-format", "yyyy/MM/dd HH:mm"));

        map(mapper, "[{'symbol':'A','ts':'2001/01/01 00:47'},{'ts':12,'symbol':'B'}]");

        assertThat(out.all())
                .extracting(RecordedRow::timestamp)
                .containsExactly(OptionalLong.of(978310020000L), OptionalLong.of(12));
        assertThat(out.values()).extracting(row -> row.get(3)).containsExactly(978310020000L, 12L);
    }

    @Test
    void refusesARowWithoutItsTime() {
        assertThat(failure(mapper(TRADES, Map.of("timestamp", "ts")), "{'symbol':'A'}"))
                .hasMessage("the time of the event is missing");
    }

    @Test
    void readsNumbersAsDatesWhereTheColumnHasAFormatOfItsOwn() throws MappingException {
        map(mapper(TRADES, Map.of("date-format.ts", "yyyyMMdd")), "[{'ts':19700102},{'ts':'19700103'}]");

        assertThat(out.values()).extracting(row -> row.get(3)).containsExactly(86_400_000L, 172_800_000L);
    }

    @Test
    void readsEveryType() throws MappingException {
        out = new RecordedRows(ALL);

        map(
                mapper(ALL, Map.of()),
                "[{'i':-7,'l':9223372036854775807,'f':0.1,'d':1e-3,'b':true,'s':'K\u00f6ln \\u20ac \\ud83d\\ude00 \\n','o':1},"
                        + "{'i':3.0,'l':1e3,'f':1,'d':9007199254740993,'b':false,'s':'','o':{'a':[1.5,'x',null,true]}}]");

        assertThat(out.values().get(0))
                .isEqualTo(List.of(-7, Long.MAX_VALUE, 0.1f, 0.001, true, "K\u00f6ln \u20ac \ud83d\ude00 \n", 1L));
        assertThat(out.values().get(1).subList(0, 6)).isEqualTo(List.of(3, 1000L, 1.0f, 9007199254740992.0, false, ""));
        assertThat(out.values().get(1).get(6)).isEqualTo(Map.of("a", Arrays.asList(1.5, "x", null, true)));
    }

    @Test
    void takesTheLastOfTwoPropertiesOfOneName() throws MappingException {
        map(mapper(TRADES, Map.of()), "{'volume':1,'symbol':'A','volume':2,'symbol':null}");

        assertThat(out.values()).containsExactly(Arrays.asList(null, null, 2, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'volume':1.5} | 1.5 is no INT | $.volume, byte 10",
                "{'volume':2147483648} | 2147483648 is no INT | $.volume, byte 10",
                "{'volume':'7'} | \"7\" is no INT | $.volume, byte 10",
                "{'ts':9223372036854775808} | 9223372036854775808 is no LONG | $.ts, byte 6",
                "{'ts':1e999999999} | 1e999999999 is no LONG | $.ts, byte 6",
                "{'ts':true} | true is no LONG | $.ts, byte 6",
                "{'price':1e999} | 1e999 is no DOUBLE | $.price, byte 9",
                "{'symbol':5} | 5 is no STRING | $.symbol, byte 10",
                "{'symbol':{'a':1}} | an object is no STRING | $.symbol, byte 10",
                "[{'symbol':'A'},{'symbol':[1]}] | an array is no STRING | $[1].symbol, byte 26",
                "{'symbol':'\\ud83d'} | half a surrogate pair | $.symbol, byte 10",
                "17 | a single value where an object was expected | $, byte 0"
            })
    void saysWhatDoesNotFitAndWhere(String text, String message, String place) {
        MappingException failure = failure(mapper(TRADES, Map.of()), text);

        assertThat(failure).hasMessage(message);
        assertThat(failure.place()).isEqualTo(place);
        assertThat(out.isOpen()).isFalse();
    }

    @Test
    void mapsTheOtherRowsBeforeItReportsTheBadOnes() {
        MappingException failure = failure(
                mapper(TRADES, Map.of("enclosing.element", "rows")),
                "{'rows':[{'volume':1},{'volume':'x','symbol':{'deep':[1,2]}},3,{'volume':4}]}");

        assertThat(failure).hasMessage("\"x\" is no INT (and 1 more could not be read)");
        assertThat(failure.place()).isEqualTo("$.rows[1].volume, byte 32");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(out.values()).extracting(row -> row.get(2)).containsExactly(1, 4);
    }

    @Test
    void keepsTheRowsBeforeThePlaceWhereTheTextStopsBeingJson() {
        MappingException failure = failure(mapper(TRADES, Map.of()), "[{'volume':1},{'volume':2");

        assertThat(failure.place()).startsWith("$[1]").contains("byte 25");
        assertThat(out.values()).extracting(row -> row.get(2)).containsExactly(1);
    }

    @Test
    void dropsWhatItCannotReadWithoutAWordWhenAsked() throws MappingException {
        SourceMapper mapper = mapper(TRADES, Map.of("ignore-parse-errors", "true"));

        map(mapper, "[{'volume':'x'},{'volume':2}");
        map(mapper, "nonsense");

        assertThat(out.values()).extracting(row -> row.get(2)).containsExactly(2);
    }

    @Test
    void bounds() {
        String deep = "[".repeat(33) + "]".repeat(33);

        assertThat(failure(mapper(TRADES, Map.of()), deep)).hasMessageContaining("depth (33)");
        assertThat(failure(mapper(TRADES, Map.of("max-depth", "2")), "[[[]]]")).hasMessageContaining("depth (3)");
        assertThat(failure(mapper(TRADES, Map.of("max-bytes", "3")), "[   ]")).hasMessageContaining("max-bytes=3");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused(Map.of("mapping.none", "$.a"), "mapping.none");
        assertRefused(Map.of("mapping.symbol", "$."), "character 3 of the path $.");
        assertRefused(Map.of("mapping.symbol", "$[x]"), "number");
        assertRefused(Map.of("mapping.symbol", "$['x]"), "never closed");
        assertRefused(Map.of("mapping.symbol", "$[1"), "expected ]");
        assertRefused(Map.of("mapping.symbol", "$a"), "expected . or [");
        assertRefused(Map.of("mapping.symbol", "$.price.a"), "inside each other");
        assertRefused(Map.of("mapping.symbol", "$"), "inside each other");
        assertRefused(Map.of("timestamp", "price"), "timestamp=price");
        assertRefused(Map.of("date-format.symbol", "iso"), "date-format.symbol");
        assertRefused(Map.of("date-format", "b"), "b");
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SourceMapperFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(JsonSourceMapperFactory.class);
    }

    private void assertRefused(Map<String, String> settings, String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper(TRADES, settings))
                .withMessageContaining(part);
    }

    private static SourceMapper mapper(Schema schema, Map<String, String> settings) {
        return new JsonSourceMapperFactory()
                .create(EndpointFixture.mapped(JsonSourceMapperFactory.class, schema, settings));
    }

    /** Maps a text in which single quotes stand for double ones, from the middle of an array. */
    private void map(SourceMapper mapper, String text) throws MappingException {
        byte[] bytes = ("##" + text.replace('\'', '"') + "##").getBytes(StandardCharsets.UTF_8);
        mapper.map(bytes, 2, bytes.length - 4, out);
    }

    private MappingException failure(SourceMapper mapper, String text) {
        return catchThrowableOfType(MappingException.class, () -> map(mapper, text));
    }
}
