package eventflux.ext.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

class JsonSinkMapperTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("name", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("at", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL),
            new Column("o", DataType.OBJECT));

    private static final HeapRow FULL =
            row("a \"b\"\n K\u00f6ln", 1, 86_400_000L, 0.1f, 39.81, true, Map.of("x", Arrays.asList(1, 2.5, null)));
    private static final HeapRow EMPTY = row(null, null, null, null, null, null, null);

    private final PayloadBuffer out = new PayloadBuffer();

    @Test
    void writesAPropertyForEachColumn() {
        mapper(Map.of()).map(FULL, out);

        assertThat(out)
                .hasToString(
                        "{\"name\":\"a \\\"b\\\"\\n K\u00f6ln\",\"i\":1,\"at\":86400000,\"f\":0.1,\"d\":39.81,\"b\":true,"
                                + "\"o\":{\"x\":[1,2.5,null]}}");
    }

    @Test
    void writesOneMessageAfterTheOtherWithNothingBetween() {
        SinkMapper mapper = mapper(Map.of());
        mapper.map(FULL, out);
        out.clear();
        mapper.map(EMPTY, out);

        assertThat(out)
                .hasToString("{\"name\":null,\"i\":null,\"at\":null,\"f\":null,\"d\":null,\"b\":null,\"o\":null}");
    }

    @Test
    void writesNumbersThatJsonDoesNotHaveAsNull() {
        mapper(Map.of()).map(row("x", 1, 1L, Float.NaN, Double.POSITIVE_INFINITY, true, Double.NaN), out);

        assertThat(out.toString()).contains("\"f\":null,\"d\":null").contains("\"o\":null");
    }

    @Test
    void writesTimesAsAsked() {
        mapper(Map.of("timestamp", "_t", "date-format", "iso", "date-format.at", "yyyy-MM-dd"))
                .map(FULL, out);

        assertThat(out.toString())
                .startsWith("{\"_t\":\"1970-01-01T00:00:05.000Z\",")
                .contains("\"at\":\"1970-01-02\"");
    }

    @Test
    void spreadsObjectsOverLinesWhenAsked() {
        SinkMapper mapper = mapper(Map.of("pretty-print", "true"));
        mapper.map(EMPTY, out);
        out.clear();
        mapper.map(EMPTY, out);

        assertThat(out.toString())
                .startsWith("{\n  \"name\": null,\n  \"i\": null")
                .endsWith("\n}");
    }

    @Test
    void fillsInATemplate() {
        String template = "{\"text\": \"{{name}} costs {{d}} {{b}}\", \"n\": {{ name }}, \"i\": {{i}}, "
                + "\"o\": \"{{o}}\", \"t\":{{_timestamp}}}";

        mapper(Map.of("template", template)).map(FULL, out);

        assertThat(out)
                .hasToString(
                        "{\"text\": \"a \\\"b\\\"\\n K\u00f6ln costs 39.81 true\", \"n\": \"a \\\"b\\\"\\n K\u00f6ln\", \"i\": 1, "
                                + "\"o\": \"{\\\"x\\\":[1,2.5,null]}\", \"t\":5000}");
    }

    @Test
    void fillsNullIntoATemplateAsNullAndBetweenQuotesAsNothing() {
        mapper(Map.of("template", "[\"<{{name}}>\", {{name}}]")).map(EMPTY, out);

        assertThat(out).hasToString("[\"<>\", null]");
    }

    @Test
    void goesOnAfterAValueThatHasNoJson() {
        SinkMapper mapper = mapper(Map.of());
        HeapRow broken = row("x", 1, 1L, 1f, 1.0, true, new Speechless());

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> mapper.map(broken, out));
        out.clear();
        mapper.map(EMPTY, out);

        assertThat(out.toString()).startsWith("{\"name\":null").endsWith("}");
    }

    @Test
    void writesWhatTheSourceReadsBack() throws MappingException {
        RecordedRows back = new RecordedRows(SCHEMA);
        HeapRow row =
                row("\u0001\ud83d\ude00", Integer.MIN_VALUE, Long.MIN_VALUE, Float.MIN_VALUE, 0.1 + 0.2, false, "o");

        mapper(Map.of()).map(row, out);
        new JsonSourceMapperFactory()
                .create(EndpointFixture.mapped(JsonSourceMapperFactory.class, SCHEMA, Map.of()))
                .map(out.array(), 0, out.length(), back);

        assertThat(out.toString()).contains("\ud83d\ude00");
        assertThat(back.values())
                .containsExactly(List.of(
                        "\u0001\ud83d\ude00",
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        Float.MIN_VALUE,
                        0.1 + 0.2,
                        false,
                        "o"));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused(Map.of("template", "{{none}}"), "none");
        assertRefused(Map.of("template", "{\"a\": {{name}"), "never closed");
        assertRefused(Map.of("template", "{\"a\" {{name}}}"), "does not give JSON");
        assertRefused(Map.of("template", ""), "empty");
        assertRefused(Map.of("template", "{{i}} {{i}}"), "more than one");
        assertRefused(Map.of("template", "{{i}}", "pretty-print", "true"), "does not go with");
        assertRefused(Map.of("timestamp", "at"), "name of a column");
        assertRefused(Map.of("date-format.d", "iso"), "date-format.d");
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SinkMapperFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(JsonSinkMapperFactory.class);
    }

    private static void assertRefused(Map<String, String> settings, String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> mapper(settings)).withMessageContaining(part);
    }

    private static SinkMapper mapper(Map<String, String> settings) {
        return new JsonSinkMapperFactory()
                .create(EndpointFixture.mapped(JsonSinkMapperFactory.class, SCHEMA, settings));
    }

    private static HeapRow row(Object... values) {
        return HeapRow.of(SCHEMA, 0, 5000, values);
    }

    private static final class Speechless {

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }
}
