package eventflux.parser;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.query.ParseResult;
import eventflux.api.query.ParsedExpression;
import eventflux.api.query.QueryParser;
import eventflux.api.query.expression.Call;
import eventflux.api.query.node.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct of both dialects, as tables of texts and trees. */
class LanguageTest {

    private final QueryParser parser = new EventFluxQueryParser();

    static Stream<CaseFile.Case> statements() {
        return Stream.of("acceptance.cases", "classic.cases", "sql.cases")
                .flatMap(file -> CaseFile.read(file, "=").stream());
    }

    static Stream<CaseFile.Case> expressions() {
        return CaseFile.read("expressions.cases", "=").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void readsStatements(CaseFile.Case example) {
        ParseResult result = parser.parse(example.text());

        List<String> trees = new ArrayList<>();
        result.application().annotations().forEach(annotation -> trees.add(TreeText.of(annotation)));
        result.application().statements().forEach(statement -> trees.add(TreeText.of(statement)));
        assertThat(result.problems()).isEmpty();
        assertThat(trees).containsExactlyElementsOf(example.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void readsExpressions(CaseFile.Case example) {
        ParsedExpression result = parser.parseExpression("list(" + example.text() + ")", Dialect.SQL);

        List<String> trees = result.expression()
                .map(list ->
                        ((Call) list).arguments().stream().map(TreeText::of).toList())
                .orElse(List.of());
        assertThat(result.problems()).isEmpty();
        assertThat(trees).containsExactlyElementsOf(example.expected());
    }
}
