package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectFunctionsTest {

    @Test
    void readsWhatADocumentSays() {
        assertThat(JsonObjectFunctions.toObject("{\"a\": [1, 2.5, \"x\", true, null, 5000000000]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1, 2.5, "x", true, null, 5_000_000_000L)));
        assertThat(JsonObjectFunctions.toObject("{}")).isEqualTo(Map.of());
        assertThat(JsonObjectFunctions.toObject("7")).isEqualTo(7);
    }

    @Test
    void makesNothingOfWhatIsNoDocument() {
        assertThat(JsonObjectFunctions.toObject("")).isNull();
        assertThat(JsonObjectFunctions.toObject("{")).isNull();
        assertThat(JsonObjectFunctions.toObject("1 2")).isNull();
        assertThat(JsonObjectFunctions.toObject("[".repeat(100_000))).isNull();
    }

    @Test
    void writesWhatItReads() {
        String document = "{\"a\":[1,2.5,\"x\\\"\",true,null]}";

        assertThat(JsonObjectFunctions.toDocument(JsonObjectFunctions.toObject(document)))
                .isEqualTo(document);
        assertThat(JsonObjectFunctions.toDocument(List.of(Double.NaN, Map.of(1, 2L))))
                .isEqualTo("[null,{\"1\":2}]");
    }
}
