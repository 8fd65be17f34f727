package eventflux.ext.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmlMappersTest {

    private static final Schema STOCKS = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("price", DataType.DOUBLE),
            new Column("volume", DataType.INT));
    private static final Schema ALL = Schema.of(
            new Column("s", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL));

    private final RecordedRows rows = new RecordedRows(STOCKS);

    private static SourceMapper source(Schema schema, Map<String, String> settings) {
        return new XmlSourceMapperFactory()
                .create(EndpointFixture.mapped(XmlSourceMapperFactory.class, schema, settings));
    }

    private static SinkMapper sink(Schema schema, Map<String, String> settings) {
        return new XmlSinkMapperFactory().create(EndpointFixture.mapped(XmlSinkMapperFactory.class, schema, settings));
    }

    private static String write(SinkMapper mapper, Schema schema, Object... values) {
        PayloadBuffer out = new PayloadBuffer();
        mapper.map(HeapRow.of(schema, 0, 0, values), out);
        return out.toString();
    }

    private static List<List<Object>> map(SourceMapper mapper, String message, RecordedRows rows)
            throws MappingException {
        byte[] bytes = ("[" + message + "]").getBytes(StandardCharsets.UTF_8);
        mapper.map(bytes, 1, bytes.length - 2, rows);
        return rows.values();
    }

    private List<List<Object>> map(SourceMapper mapper, String message) throws MappingException {
        return map(mapper, message, rows);
    }

    private MappingException failure(SourceMapper mapper, String message) {
        return catchThrowableOfType(MappingException.class, () -> map(mapper, message));
    }

    @Test
    void readsTheElementsOfAllRowsByName() throws MappingException {
        assertThat(map(source(STOCKS, Map.of()), """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- two -->
            <events>
              <event><symbol>I&amp;M</symbol><price> 55.6 </price><volume>100</volume></event>
              <event><volume/><other><symbol>no</symbol></other><symbol><![CDATA[<b>]]>x</symbol></event>
            </events>\
            """))
                .containsExactly(List.of("I&M", 55.6, 100), Arrays.asList("<b>x", null, null));
    }

    @Test
    void readsByPathsOfElementsAndAttributes() throws MappingException {
        SourceMapper mapper = source(
                STOCKS,
                Map.of(
                        "enclosing.element", "//s:order",
                        "mapping.symbol", "item/@s:name",
                        "mapping.price", "./item/price/text()",
                        "mapping.volume", "@count"));

        assertThat(map(mapper, """
            <a xmlns:s="urn:x"><list><s:order count="3"><item s:name="IBM"><price>1e1</price><price>7</price></item>
            </s:order></list><s:order/></a>\
            """)).containsExactly(List.of("IBM", 10.0, 3), Arrays.asList(null, null, null));
    }

    @Test
    void tellsNothingFromAnEmptyText() throws MappingException {
        assertThat(map(source(STOCKS, Map.of("enclosing.element", "/event")), """
            <event xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><symbol></symbol><price xsi:nil="true"/>\
            </event>\
            """))
                .containsExactly(Arrays.asList("", null, null));
        assertThat(map(source(STOCKS, Map.of("enclosing.element", "/event")), """
            <event xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><symbol xsi:nil="true"></symbol></event>\
            """))
                .contains(Arrays.asList(null, null, null));
    }

    @Test
    void goesOnBehindARowThatDoesNotFitAndSaysWhereItIs() {
        MappingException failure = failure(source(STOCKS, Map.of()), """
            <events>
              <event><symbol>A</symbol><price>1</price></event>
              <event><symbol>B</symbol><price>much</price></event>
              <event><symbol>C</symbol><volume>3000000000</volume></event>
              <event><symbol>D</symbol></event>
            </events>\
            """);

        assertThat(failure).hasMessage("price is DOUBLE, not 'much' (and 1 more could not be read)");
        assertThat(failure.place()).startsWith("/events/event at line 3");
        assertThat(rows.values()).extracting(row -> row.get(0)).containsExactly("A", "D");
    }

    @Test
    void keepsTheRowsBeforeABreak() {
        MappingException failure =
                failure(source(STOCKS, Map.of()), "<events><event><symbol>A</symbol></event><event><symbol>B</sym");

        assertThat(failure).hasMessageContaining("no well-formed XML");
        assertThat(rows.values()).containsExactly(Arrays.asList("A", null, null));
    }

    @Test
    void readsNothingFromOutsideAndNoEntities() {
        assertThat(failure(source(STOCKS, Map.of()), """
            <!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <events><event><symbol>&x;</symbol></event></events>\
            """)).isNotNull();
        assertThat(failure(source(STOCKS, Map.of()), """
            <!DOCTYPE e [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <events><event><symbol>&b;</symbol></event></events>\
            """)).isNotNull();
        assertThat(rows.values()).isEmpty();
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        assertThat(failure(source(STOCKS, Map.of()), "<a>".repeat(100))).hasMessageContaining("64 elements");
        assertThat(failure(source(STOCKS, Map.of("max-bytes", "10")), "<events></events>"))
                .hasMessageContaining("max-bytes");
        assertThat(failure(source(STOCKS, Map.of()), "<other/>")).hasMessage("no element /events/event");
        assertThat(failure(source(STOCKS, Map.of("ignore-parse-errors", "true")), "<other"))
                .isNull();
    }

    @Test
    void takesTheTimeOfTheEventFromADate() throws MappingException {
        Schema schema = Schema.of(new Column("at", DataType.LONG));
        RecordedRows times = new RecordedRows(schema);
        SourceMapper mapper = source(schema, Map.of("date-format.at", "iso", "timestamp", "at"));

        map(mapper, "<events><event><at>1970-01-01T00:00:02Z</at></event></events>", times);

        assertThat(times.values()).containsExactly(List.of(2_000L));
        assertThat(times.all().get(0).timestamp()).hasValue(2_000L);
    }

    @Test
    void readsOtherEncodingsThatTheDocumentNames() throws MappingException {
        byte[] bytes =
                "<?xml version='1.0' encoding='ISO-8859-1'?><events><event><symbol>\u00e9</symbol></event></events>"
                        .getBytes(Charset.forName("ISO-8859-1"));

        source(STOCKS, Map.of()).map(bytes, 0, bytes.length, rows);

        assertThat(rows.values()).containsExactly(Arrays.asList("\u00e9", null, null));
    }

    @Test
    void writesAnElementForEachColumnThatIsNotNull() {
        assertThat(write(sink(STOCKS, Map.of()), STOCKS, "a<b>&\"c\"", 1.5, null))
                .isEqualTo(
                        "<events><event><symbol>a&lt;b&gt;&amp;&quot;c&quot;</symbol><price>1.5</price></event></events>");
        assertThat(write(
                        sink(STOCKS, Map.of("enclosing.element", "none", "row.element", "trade")),
                        STOCKS,
                        null,
                        null,
                        7))
                .isEqualTo("<trade><volume>7</volume></trade>");
    }

    @Test
    void fillsATemplateIn() {
        SinkMapper mapper = sink(STOCKS, Map.of("template", "<t s=\"{{symbol}}\">{{ price }}</t>"));

        assertThat(write(mapper, STOCKS, "\"'<", null, 1)).isEqualTo("<t s=\"&quot;&apos;&lt;\"></t>");
    }

    @Test
    void refusesSettingsThatLeadNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> source(STOCKS, Map.of("enclosing.element", "a[1]")));
        assertThatIllegalArgumentException().isThrownBy(() -> source(STOCKS, Map.of("enclosing.element", "/")));
        assertThatIllegalArgumentException().isThrownBy(() -> source(STOCKS, Map.of("mapping.price", "a/@b/c")));
        assertThatIllegalArgumentException().isThrownBy(() -> sink(STOCKS, Map.of("row.element", "a b")));
        assertThatIllegalArgumentException().isThrownBy(() -> sink(STOCKS, Map.of("template", "{{nobody}}")));
    }

    @Test
    void readsWhatItWrites() throws MappingException {
        Random random = new Random(31);
        SinkMapper writer = sink(ALL, Map.of());
        SourceMapper reader = source(ALL, Map.of());
        for (int i = 0; i < 2_000; i++) {
            List<Object> row = Arrays.asList(
                    text(random),
                    random.nextInt(),
                    random.nextLong(),
                    Float.intBitsToFloat(random.nextInt()),
                    Double.longBitsToDouble(random.nextLong()),
                    random.nextBoolean());
            RecordedRows read = new RecordedRows(ALL);

            assertThat(map(reader, write(writer, ALL, row.toArray()), read)).containsExactly(row);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String alphabet = "ab<>&\"' \t\n\r\u00e9\u20ac]";
        random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
        return text.append(random.nextInt(5) == 0 ? "\ud83d\ude00" : "").toString();
    }

    @Test
    void throwsNothingButMappingExceptionsForBrokenBytes() {
        String good = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><events><event a='1'><s>K\u00f6ln &amp;"
                + " &#x20ac;<![CDATA[x]]></s>"
                + "<i>-7</i><l>2001-01-01</l><f>.5</f><d>1e-5</d><b>true</b></event><event><b>0</b></event></events>";
        byte[] spice = "<>/!?&;\"'= []-x1\0\n".getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(27_182_818L);
        SourceMapper mapper = source(ALL, Map.of("date-format.l", "iso", "mapping.i", "@a"));
        int failed = 0;
        int tries = 20_000;
        for (int i = 0; i < tries; i++) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : spice[random.nextInt(spice.length)];
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            RecordedRows out = new RecordedRows(ALL);
            try {
                mapper.map(bytes, 0, length, out);
            } catch (MappingException e) {
                failed++;
                assertThat(e.place()).isNotEmpty();
            }
            assertThat(out.isOpen()).isFalse();
        }
        assertThat(failed).isBetween(tries / 10, tries);
    }
}
