package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an editor colours the texts of all scenarios and of the guide as the lexer and the grammar read them. */
class ColoursTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sql|classic)[^\n]*\n(.*?)^```$");
    private static final Set<Integer> UNCLOSED = Set.of(
            EventFluxLexer.UNCLOSED_COMMENT, EventFluxLexer.UNCLOSED_TRIPLE_STRING, EventFluxLexer.UNCLOSED_SCRIPT);

    private static final Set<Class<?>> NAMES = Set.of(
            EventFluxGrammar.NameContext.class,
            EventFluxGrammar.AnyNameContext.class,
            EventFluxGrammar.CallNameContext.class);

    private TextMateGrammar grammar;

    @BeforeEach
    void readGrammar() throws IOException {
        grammar = TextMateGrammar.read(Path.of("editor/eventflux.tmLanguage.json"));
    }

    @Test
    void coloursWordsAsTheLexerReadsThem() {
        List<String> wrong = new ArrayList<>();

        texts().forEach(text -> {
            ColouredText coloured = ColouredText.of(grammar, text);
            EventFluxLexer lexer = lexer(text);
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                check(token, expected(token), coloured, text, wrong);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void tellsNamesFromKeywords() {
        List<String> wrong = new ArrayList<>();

        texts().forEach(text -> {
            EventFluxGrammar parser = new EventFluxGrammar(new CommonTokenStream(lexer(text)));
            parser.removeErrorListeners();
            List<EventFluxGrammar.UnitContext> units = new ArrayList<>();
            while (parser.getCurrentToken().getType() != Token.EOF && parser.getNumberOfSyntaxErrors() == 0) {
                units.add(parser.unit());
            }
            if (parser.getNumberOfSyntaxErrors() == 0) {
                ColouredText coloured = ColouredText.of(grammar, text);
                units.forEach(unit -> checkWords(unit, coloured, text, wrong));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void leavesNothingOpenThatTheTextCloses() {
        assertThat(texts()).allSatisfy(text -> {
            boolean isOpen = lexer(text).getAllTokens().stream().anyMatch(token -> UNCLOSED.contains(token.getType()));

            assertThat(ColouredText.of(grammar, text).openBlocks()).as(text).isEqualTo(isOpen ? 1 : 0);
        });
    }

    @Test
    void passesOverBracesThatAreNoneInScripts() {
        String text = """
                define function f[javascript] return int -- }
                {
                    // it's }
                    /* { */ if (a) { return '}' + "}\\"" + `}
                }`; }
                };
                from S[f(a) > 1] return;
                from S[a > 1] return expired events;
                """;

        ColouredText coloured = ColouredText.of(grammar, text);

        assertThat(coloured.openBlocks()).isZero();
        assertThat(coloured.scopes(text.indexOf("if (a)"))).isEqualTo(" meta.embedded.block.eventflux");
        assertThat(coloured.scopes(text.indexOf("}`"))).endsWith(" string.quoted.other.eventflux");
        assertThat(coloured.scopes(text.indexOf("from S[f"))).isEqualTo(" keyword.control.eventflux");
        assertThat(coloured.scopes(text.lastIndexOf("return"))).isEqualTo(" keyword.control.eventflux");
    }

    @Test
    void coloursWhatStandsInStrings() {
        String text = "select 'it''s ${x} -- no' as a, \"b\"\"c\", '' as d /* 'e' */ from `f g`; -- 'h\n'i";

        ColouredText coloured = ColouredText.of(grammar, text);

        assertThat(coloured.scopes(text.indexOf("''s")))
                .isEqualTo(" string.quoted.single.eventflux constant.character.escape.eventflux");
        assertThat(coloured.scopes(text.indexOf("${")))
                .isEqualTo(" string.quoted.single.eventflux variable.other.environment.eventflux");
        assertThat(coloured.scopes(text.indexOf("-- no"))).isEqualTo(" string.quoted.single.eventflux");
        assertThat(coloured.scopes(text.indexOf("c\""))).isEqualTo(" string.quoted.double.eventflux");
        assertThat(coloured.scopes(text.indexOf("as d"))).isEqualTo(" keyword.control.eventflux");
        assertThat(coloured.scopes(text.indexOf("e' */"))).isEqualTo(" comment.block.eventflux");
        assertThat(coloured.scopes(text.indexOf("g`"))).isEqualTo(" variable.other.quoted.eventflux");
        assertThat(coloured.scopes(text.indexOf("h\n"))).isEqualTo(" comment.line.double-dash.eventflux");
        assertThat(coloured.scopes(text.lastIndexOf("i"))).isEqualTo(" string.quoted.single.eventflux");
        assertThat(coloured.openBlocks()).isZero();
    }

    private static EventFluxLexer lexer(String text) {
        EventFluxLexer lexer = new EventFluxLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    private static List<String> texts() {
        try (Stream<Path> scenarios = Files.list(Path.of("../eventflux.examples/scenarios/files"));
                Stream<Path> guide = Files.list(Path.of("../docs/guide"))) {
            return Stream.concat(scenarios, guide)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(ColoursTest::texts)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            return BLOCK.matcher(Files.readString(file)).results().map((MatchResult block) -> block.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginnings of the scopes that a word may have, by what the lexer says of it. */
    private static List<String> expected(Token token) {
        return switch (token.getType()) {
            case EventFluxLexer.COMMENT, EventFluxLexer.UNCLOSED_COMMENT -> List.of("comment.");
            case EventFluxLexer.STRING, EventFluxLexer.UNCLOSED_STRING -> List.of("string.quoted.single.");
            case EventFluxLexer.QUOTED, EventFluxLexer.UNCLOSED_QUOTED -> List.of("string.quoted.double.");
            case EventFluxLexer.TRIPLE_STRING, EventFluxLexer.UNCLOSED_TRIPLE_STRING ->
                List.of("string.quoted.triple.");
            case EventFluxLexer.BACK_QUOTED -> List.of("variable.other.quoted.");
            case EventFluxLexer.SCRIPT -> List.of("meta.embedded.", "punctuation.section.");
            case EventFluxLexer.INT_LITERAL,
                    EventFluxLexer.LONG_LITERAL,
                    EventFluxLexer.FLOAT_LITERAL,
                    EventFluxLexer.DOUBLE_LITERAL -> List.of("constant.numeric.");
            case EventFluxLexer.EQUAL,
                    EventFluxLexer.NOT_EQUAL,
                    EventFluxLexer.LESS,
                    EventFluxLexer.LESS_OR_EQUAL,
                    EventFluxLexer.GREATER,
                    EventFluxLexer.GREATER_OR_EQUAL,
                    EventFluxLexer.ARROW,
                    EventFluxLexer.PLUS,
                    EventFluxLexer.MINUS,
                    EventFluxLexer.STAR,
                    EventFluxLexer.SLASH,
                    EventFluxLexer.PERCENT,
                    EventFluxLexer.QUESTION,
                    EventFluxLexer.BAR,
                    EventFluxLexer.CONCATENATE -> List.of("keyword.operator.");
            case EventFluxLexer.COMMA, EventFluxLexer.SEMICOLON, EventFluxLexer.LEFT_PARENTHESIS -> List.of("");
            default -> List.of();
        };
    }

    private static void check(
            Token token, List<String> expected, ColouredText coloured, String text, List<String> wrong) {
        for (int i = token.getStartIndex(); i <= token.getStopIndex() && !expected.isEmpty(); i++) {
            int at = text.offsetByCodePoints(0, i);
            if (text.charAt(at) == '\n') {
                continue;
            }
            String scopes = coloured.scopes(at);
            if (expected.stream()
                    .noneMatch(scope -> scope.isEmpty() ? scopes.isEmpty() : scopes.contains(" " + scope))) {
                int line = text.lastIndexOf('\n', at) + 1;
                int lineEnd = (text + "\n").indexOf('\n', at);
                wrong.add(token.getText() + ": " + expected + " are not in" + scopes + ": "
                        + text.substring(line, lineEnd));
                return;
            }
        }
    }

    private static void checkWords(ParseTree tree, ColouredText coloured, String text, List<String> wrong) {
        if (tree instanceof TerminalNode word) {
            check(word.getSymbol(), expected(word), coloured, text, wrong);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            checkWords(tree.getChild(i), coloured, text, wrong);
        }
    }

    /** The beginnings of the scopes that a word may have, by where it stands; empty where nothing is expected. */
    private static List<String> expected(TerminalNode word) {
        int type = word.getSymbol().getType();
        ParserRuleContext place = (ParserRuleContext) word.getParent();
        boolean isName = place instanceof EventFluxGrammar.IdentifierContext
                || place instanceof EventFluxGrammar.SoftKeywordContext
                || place instanceof EventFluxGrammar.HardKeywordContext
                || place instanceof EventFluxGrammar.PlainNameContext;
        if (!isName) {
            return Keywords.isKeyword(type)
                    ? List.of("keyword.", "storage.type.", "constant.language.", "support.type.", "support.function.")
                    : List.of();
        }
        if (type != EventFluxLexer.IDENTIFIER && !Keywords.isKeyword(type)) {
            return List.of(); // quoted
        }
        ParserRuleContext owner = place.getParent();
        while (NAMES.contains(owner.getClass())) {
            owner = owner.getParent();
        }
        if (owner instanceof EventFluxGrammar.AnnotationContext) {
            return List.of("storage.type.annotation.");
        }
        if (owner instanceof EventFluxGrammar.CallContext
                || owner instanceof EventFluxGrammar.WindowHandlerContext
                || owner instanceof EventFluxGrammar.FunctionHandlerContext) {
            return Keywords.isKeyword(type)
                    ? List.of("support.function.", "entity.name.namespace.", "keyword.")
                    : List.of("support.function.", "entity.name.namespace.");
        }
        return Keywords.isKeyword(type)
                ? List.of()
                : List.of("variable.", "entity.name.", "support.function.", "support.type.");
    }
}
