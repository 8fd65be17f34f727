package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanguageServerCommandTest {

    private static final Path MISTAKES = Path.of("../eventflux.examples/apps/mistakes/app.eventflux");
    private static final String TRADES = "CREATE STREAM Trades (symbol STRING, price DOUBLE, volume BIGINT);\n";

    private Editor editor;

    @BeforeEach
    void startEditor() throws Exception {
        editor = Editor.start();
    }

    @AfterEach
    void closeEditor() throws Exception {
        editor.close();
    }

    @Test
    void saysWhatItCanDo() throws Exception {
        InitializeResult result = editor.initialize();

        assertThat(result.getServerInfo().getName()).isEqualTo("eventflux");
        assertThat(result.getCapabilities().getHoverProvider().getLeft()).isTrue();
        assertThat(result.getCapabilities().getCompletionProvider()).isNotNull();
    }

    @Test
    void reportsEveryMistakeWithItsPlace() throws Exception {
        editor.open(Files.readString(MISTAKES));

        PublishDiagnosticsParams published = editor.awaitDiagnostics();

        assertThat(published.getDiagnostics())
                .extracting(found -> found.getCode().getLeft(), found -> editor.textAt(found.getRange()))
                .contains(
                        tuple("unknown-column", "symbl"),
                        tuple("unknown-stream", "Trade"),
                        tuple("unknown-extension", "'lenght'"));
        assertThat(published.getDiagnostics())
                .extracting(found -> found.getMessage().getLeft())
                .anySatisfy(message -> assertThat(message).endsWith("(did you mean symbol?)"));
    }

    @Test
    void curesEveryMistakeThatHasASuggestion() throws Exception {
        editor.open(Files.readString(MISTAKES));
        List<Diagnostic> found = editor.awaitDiagnostics().getDiagnostics();

        List<String> replacements = new ArrayList<>();
        for (Diagnostic problem : found) {
            for (CodeAction action : editor.cures(problem.getRange())) {
                TextEdit edit =
                        action.getEdit().getChanges().values().iterator().next().get(0);
                replacements.add(editor.textAt(edit.getRange()) + " -> " + edit.getNewText());
            }
        }

        assertThat(replacements)
                .containsExactlyInAnyOrder("symbl -> symbol", "Trade -> Trades", "'lenght' -> 'length'");
    }

    @Test
    void forgetsMistakesThatAreMended() throws Exception {
        editor.open(TRADES + "INSERT INTO Large SELECT symbl FROM Trades;");
        assertThat(editor.awaitDiagnostics().getDiagnostics()).hasSize(1);

        editor.change(TRADES + "INSERT INTO Large SELECT symbol FROM Trades;");

        assertThat(editor.awaitDiagnostics().getDiagnostics()).isEmpty();
    }

    @Test
    void offersStreamsBehindFrom() throws Exception {
        editor.open(TRADES + "INSERT INTO Large SELECT symbol FROM Tr");

        assertThat(editor.complete("FROM Tr")).contains("Trades").doesNotContain("symbol", "SELECT");
    }

    @Test
    void offersColumnsAndFunctionsInExpressions() throws Exception {
        editor.open(TRADES + "INSERT INTO Large SELECT  FROM Trades;");

        List<String> offered = editor.complete("SELECT ");

        assertThat(offered)
                .startsWith("symbol", "price", "volume", "Trades")
                .contains("sum", "avg", "CASE", "DISTINCT");
        assertThat(offered).doesNotContain("Large", "WHERE");
    }

    @Test
    void offersTheNextClausesInTheLettersOfTheAuthor() throws Exception {
        editor.open("define stream Trades (symbol string);\nfrom Trades ");

        assertThat(editor.complete("from Trades ")).contains("select", "join").doesNotContain("SELECT", "define");
    }

    @Test
    void offersTheColumnsOfAQualifier() throws Exception {
        editor.open(TRADES + "CREATE STREAM News (headline STRING);\nSELECT Trades.s");

        assertThat(editor.complete("SELECT Trades.s")).containsExactly("symbol", "price", "volume");
    }

    @Test
    void offersWindowsInsideQuotesAndBehindTheirPrefix() throws Exception {
        editor.open(TRADES + "SELECT symbol FROM Trades WINDOW('len', 5);\nfrom Trades#window. select symbol;");

        assertThat(editor.complete("WINDOW('len")).contains("length", "time").doesNotContain("sum", "Trades");
        assertThat(editor.complete("#window.")).contains("lengthBatch").doesNotContain("sum");
    }

    @Test
    void offersConnectorsAndMappersWhereAnnotationsNameThem() throws Exception {
        editor.open("@source(type='', @map(type='')) define stream S (a int);");

        assertThat(editor.complete("@source(type='")).containsExactly("file");
        assertThat(editor.complete("@map(type='")).contains("csv").doesNotContain("file");
    }

    @Test
    void offersAnnotationsBeforeDefinitions() throws Exception {
        editor.open("define stream S (a int);\n");

        assertThat(editor.complete("(a int);\n")).contains("@app:loops", "@PrimaryKey", "@source");
    }

    @Test
    void offersNothingInComments() throws Exception {
        editor.open("-- what ");

        assertThat(editor.complete("-- what ")).isEmpty();
    }

    @Test
    void offersNamesBehindAMistakeTheGrammarCannotPass() throws Exception {
        editor.open(TRADES + "SELECT )) FROM ) ");

        assertThat(editor.complete("FROM ) ")).contains("Trades", "symbol", "sum");
    }

    @Test
    void explainsExtensionsAndRelationsUnderTheMouse() throws Exception {
        editor.open(TRADES + "INSERT INTO Recent SELECT symbol, AVG(price) AS mean FROM Trades WINDOW('length', 10);");

        assertThat(pageOf("length")).contains("*window*").contains("length(");
        assertThat(pageOf("AVG")).contains("*aggregator*");
        assertThat(pageOf("Trades")).contains("stream Trades (symbol STRING, price DOUBLE, volume BIGINT)");
        assertThat(pageOf("Recent")).contains("stream Recent (symbol, mean)").contains("Not declared");
        assertThat(pageOf("price)")).contains("price DOUBLE").contains("Column of Trades");
        assertThat(editor.hover("INSERT")).isNull();
    }

    @Test
    void outlinesDefinitionsAndQueries() throws Exception {
        editor.open(TRADES
                + "@info(name = 'large') from Trades[volume > 1] select symbol insert into Large;\n"
                + "partition with (symbol of Trades) begin from Trades select price insert into Prices; end;\n");

        List<DocumentSymbol> symbols = editor.symbols();

        assertThat(symbols).extracting(DocumentSymbol::getName).containsExactly("Trades", "large", "partition");
        assertThat(symbols.get(0).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("symbol", "price", "volume");
        assertThat(symbols.get(1).getDetail()).isEqualTo("insert into Large");
        assertThat(editor.textAt(symbols.get(1).getRange())).startsWith("@info").endsWith("Large;");
        assertThat(symbols.get(2).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("insert into Prices");
    }

    @Test
    void laysTheTextOutAnew() throws Exception {
        editor.open("insert   into Large select symbol from   Trades where price>1;");

        List<? extends TextEdit> edits = editor.format();

        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(editor.textAt(edit.getRange()))
                    .startsWith("insert   into")
                    .endsWith("price>1;");
            assertThat(edit.getNewText().lines()).hasSizeGreaterThan(1).anyMatch(line -> line.endsWith("price > 1;"));
        });
    }

    @Test
    void leavesATextAloneThatCannotBeRead() throws Exception {
        editor.open("SELECT )) FROM (");

        assertThat(editor.format()).isEmpty();
    }

    @Test
    void endsInGoodOrderAfterAGoodbye() throws Exception {
        editor.initialize();

        assertThat(editor.sayGoodbye()).isZero();
    }

    @Test
    void endsWhenTheEditorIsGone() throws Exception {
        editor.initialize();

        assertThat(editor.hangUp()).isEqualTo(1);
    }

    private String pageOf(String word) throws Exception {
        return editor.hover(word).getContents().getRight().getValue();
    }
}
