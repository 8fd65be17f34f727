package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonLocationTest {

    private static final String DOCUMENT = """
            {"skipped": {"a": [1, {"a": 0}]}, "a": [[1, 2], {"b c": "x", "b": null}], "e": ""}
            """;

    @Test
    void findsMembersAndElements() {
        assertThat(text("$.a[0][1]")).isEqualTo("2");
        assertThat(text("a[1]['b c']")).isEqualTo("x");
        assertThat(text("$[\"a\"][0]")).isEqualTo("[1,2]");
        assertThat(text("e")).isEmpty();
        assertThat(text("$")).startsWith("{\"skipped\"");
    }

    @Test
    void answersNullForWhatIsNotThere() {
        assertThat(text("$.a[2]")).isNull();
        assertThat(text("$.a.b")).isNull();
        assertThat(text("$.a[1].b")).isNull();
        assertThat(text("$.e.f")).isNull();
        assertThat(new JsonLocation("$.a").<String>read("", JsonLocation::text)).isNull();
        assertThat(new JsonLocation("$.a").<String>read("{'a'", JsonLocation::text))
                .isNull();
    }

    @Test
    void refusesWhatIsNoPath() {
        for (String path : new String[] {"$.", "$a", "$.a[", "$.a[-1]", "$.a[x]", "$..a"}) {
            assertThatThrownBy(() -> new JsonLocation(path))
                    .as(path)
                    .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.BAD_JSON_PATH));
        }
    }

    private static String text(String path) {
        return new JsonLocation(path).read(DOCUMENT, JsonLocation::text);
    }
}
