package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxLexer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Finds the words of a text, and what is wrong with them. Statements that are nested too deeply are left out here, before
 * anything that works by recursion sees them. Used by one thread, for one text.
 */
public final class Tokenizer {

    /** Brackets and case expressions inside one another; people stop at ten. */
    static final int DEPTH_LIMIT = 100;

    private final SourceText source;
    private final ProblemList problems;
    private final List<Token> tokens = new ArrayList<>();
    private final BitSet broken = new BitSet();
    private int depth; // how many brackets are open; written by the thread that reads the text
    private int statementStart; // the index of the first word of the statement; the same thread
    private boolean skipping; // whether the statement is nested too deeply; the same thread
    private int strayEnd = -2; // the last character of a run of stray ones; the same thread

    /**
     * A tokenizer of one text.
     *
     * @param source the text
     * @param problems where problems go
     */
    public Tokenizer(SourceText source, ProblemList problems) {
        this.source = source;
        this.problems = problems;
    }

    /** All words of the text. */
    public TokenizedText tokenize() {
        EventFluxLexer lexer = new EventFluxLexer(new TextStream(source.text()));
        lexer.removeErrorListeners();
        BrokenNumbers numbers = new BrokenNumbers(source, problems);
        DollarStrings dollars = new DollarStrings(source, problems);
        CommonToken token = (CommonToken) lexer.nextToken();
        while (token.getType() != Token.EOF) {
            if (token.getType() == EventFluxLexer.STRAY) {
                dollars.complete(token, lexer.getInputStream());
            }
            if (token.getChannel() == Token.DEFAULT_CHANNEL && accept(token)) {
                numbers.complete(token, lexer.getInputStream());
                take(token);
            }
            token = (CommonToken) lexer.nextToken();
        }
        token.setTokenIndex(tokens.size());
        tokens.add(token);
        return new TokenizedText(source, tokens, broken);
    }

    private boolean accept(CommonToken token) {
        switch (token.getType()) {
            case EventFluxLexer.STRAY -> {
                return reportStray(token);
            }
            case EventFluxLexer.UNQUOTED_NAME -> reportUnquoted(token);
            case EventFluxLexer.CURLED_STRING -> reportCurled(token, EventFluxLexer.STRING, "'");
            case EventFluxLexer.CURLED_QUOTED -> reportCurled(token, EventFluxLexer.QUOTED, "\"");
            case EventFluxLexer.UNCLOSED_COMMENT -> {
                reportUnclosed(token, "comment", "'*/'");
                return false;
            }
            case EventFluxLexer.UNCLOSED_STRING -> closed(token, EventFluxLexer.STRING, "string", "a single quote");
            case EventFluxLexer.UNCLOSED_QUOTED -> closed(token, EventFluxLexer.QUOTED, "string", "a double quote");
            case EventFluxLexer.UNCLOSED_TRIPLE_STRING ->
                closed(token, EventFluxLexer.TRIPLE_STRING, "string", "three double quotes");
            case EventFluxLexer.UNCLOSED_BACK_QUOTED ->
                closed(token, EventFluxLexer.BACK_QUOTED, "name", "a back quote");
            case EventFluxLexer.UNCLOSED_SCRIPT -> closed(token, EventFluxLexer.SCRIPT, "script", "'}'");
            default -> {
                return true;
            }
        }
        return true;
    }

    private boolean reportStray(CommonToken token) {
        boolean isFirst = token.getStartIndex() != strayEnd + 1;
        boolean isPower = isFirst && token.getText().equals("^");
        if (isPower) {
            problems.add(Problem.of(SyntaxError.FOREIGN_TEXT, "found", "^", "instead", "write power(a, b)")
                    .at(source.at(token.getStartIndex(), token.getStopIndex())));
            token.setType(EventFluxLexer.STAR);
            return true;
        }
        boolean isAnd = isFirst && token.getText().equals("&");
        if (isAnd) {
            int stop = token.getStopIndex() + (source.text().startsWith("&", token.getStopIndex() + 1) ? 1 : 0);
            problems.add(Problem.of(
                            SyntaxError.STRAY_CHARACTER,
                            "text",
                            "'" + source.text().substring(token.getStartIndex(), stop + 1) + "'")
                    .at(source.at(token.getStartIndex(), stop))
                    .suggesting("AND"));
            token.setType(EventFluxLexer.AND);
        } else if (isFirst) {
            problems.add(Problem.of(SyntaxError.STRAY_CHARACTER, "text", "'" + token.getText() + "'")
                    .at(source.at(token.getStartIndex(), token.getStopIndex())));
        }
        strayEnd = token.getStopIndex();
        return isAnd;
    }

    private void reportUnquoted(CommonToken token) {
        String name = token.getText();
        problems.add(Problem.of(SyntaxError.UNQUOTED_NAME, "name", name)
                .at(source.at(token.getStartIndex(), token.getStopIndex()))
                .suggesting("`" + name + "`"));
        token.setType(EventFluxLexer.IDENTIFIER);
    }

    private void reportCurled(CommonToken token, int type, String quote) {
        String text = token.getText();
        problems.add(Problem.of(SyntaxError.CURLED_QUOTES, "text", text)
                .at(source.at(token.getStartIndex(), token.getStopIndex()))
                .suggesting(quote + text.substring(1, text.length() - 1) + quote));
        token.setType(type);
    }

    private void closed(CommonToken token, int type, String what, String close) {
        reportUnclosed(token, what, close);
        token.setType(type);
        broken.set(tokens.size());
    }

    private void reportUnclosed(CommonToken token, String what, String close) {
        problems.add(Problem.of(SyntaxError.UNCLOSED_TEXT, "what", what, "close", close)
                .at(source.at(token.getStartIndex(), token.getStopIndex())));
    }

    private void take(CommonToken token) {
        int type = token.getType();
        if (type == EventFluxLexer.SEMICOLON) {
            depth = 0;
            statementStart = tokens.size() + (skipping ? 0 : 1);
            if (skipping) {
                skipping = false;
                return;
            }
        }
        if (skipping) {
            return;
        }
        depth = Math.max(0, depth + change(type));
        if (depth > DEPTH_LIMIT) {
            problems.add(Problem.of(SyntaxError.NESTING_TOO_DEEP, "limit", DEPTH_LIMIT)
                    .at(source.at(token.getStartIndex(), token.getStopIndex())));
            tokens.subList(statementStart, tokens.size()).clear();
            skipping = true;
            return;
        }
        token.setTokenIndex(tokens.size());
        tokens.add(token);
    }

    private static int change(int type) {
        return switch (type) {
            case EventFluxLexer.LEFT_PARENTHESIS,
                    EventFluxLexer.LEFT_BRACKET,
                    EventFluxLexer.LEFT_BRACE,
                    EventFluxLexer.CASE -> 1;
            case EventFluxLexer.RIGHT_PARENTHESIS,
                    EventFluxLexer.RIGHT_BRACKET,
                    EventFluxLexer.RIGHT_BRACE,
                    EventFluxLexer.END -> -1;
            default -> 0;
        };
    }
}
