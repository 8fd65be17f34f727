package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextMateGrammarTest {

    private static final Path FILE = Path.of("editor/eventflux.tmLanguage.json");

    private JsonObject grammar;

    @BeforeEach
    void readFile() throws IOException {
        grammar = JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
    }

    @Test
    void coloursEveryKeywordInBothCases() {
        List<Pattern> patterns = new ArrayList<>();
        collectPatterns(rules().getAsJsonObject("keywords"), patterns);
        collectPatterns(rules().getAsJsonObject("durations"), patterns);

        List<String> missing = keywords()
                .flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT)))
                .filter(word -> Stream.of(word, "5 " + word)
                        .noneMatch(text -> patterns.stream()
                                .anyMatch(pattern -> pattern.matcher(text).matches())))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void includesOnlyRulesThatExist() {
        List<String> included = new ArrayList<>();

        collectIncludes(grammar, included);

        assertThat(included)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rules().has(rule)).as(rule).isTrue());
    }

    @Test
    void belongsToTheFilesOfApplications() {
        assertThat(grammar.getAsJsonArray("fileTypes").get(0).getAsString()).isEqualTo("eventflux");
        assertThat(grammar.get("scopeName").getAsString()).isEqualTo("source.eventflux");
    }

    private JsonObject rules() {
        return grammar.getAsJsonObject("repository");
    }

    private static Stream<String> keywords() {
        return IntStream.rangeClosed(1, EventFluxLexer.VOCABULARY.getMaxTokenType())
                .filter(Keywords::isKeyword)
                .boxed()
                .flatMap(type -> Keywords.words(type).stream());
    }

    private static void collectPatterns(JsonElement element, List<Pattern> patterns) {
        children(element).forEach((key, value) -> {
            if (List.of("match", "begin", "end").contains(key)) {
                patterns.add(Pattern.compile(value.getAsString()));
            }
        });
        below(element).forEach(child -> collectPatterns(child, patterns));
    }

    private static void collectIncludes(JsonElement element, List<String> included) {
        children(element).forEach((key, value) -> {
            if (key.equals("include")) {
                included.add(value.getAsString().substring("#".length()));
            }
        });
        below(element).forEach(child -> collectIncludes(child, included));
    }

    private static Map<String, JsonElement> children(JsonElement element) {
        return element.isJsonObject() ? element.getAsJsonObject().asMap() : Map.of();
    }

    private static Stream<JsonElement> below(JsonElement element) {
        if (element.isJsonArray()) {
            JsonArray array = element.getAsJsonArray();
            return IntStream.range(0, array.size()).mapToObj(array::get);
        }
        return children(element).values().stream();
    }
}
