package eventflux.examples.scenarios;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** What some texts are made of: the words of each kind, and what stands in them for each rule of the grammar. */
final class GrammarPieces {

    private final List<Source> sources = new ArrayList<>();
    private final Map<Integer, List<String>> byRule = new HashMap<>();
    private final Map<Integer, List<String>> byToken = new HashMap<>();

    /** Takes the texts apart; those with mistakes only give words. */
    GrammarPieces(List<String> texts) {
        texts.forEach(this::take);
    }

    /**
     * A text without mistakes.
     *
     * @param text itself
     * @param pieces all that a rule stands for
     */
    record Source(String text, List<Piece> pieces) {}

    /**
     * What a rule stands for.
     *
     * @param rule its index in the grammar
     * @param from where it begins
     * @param to where it ends
     */
    record Piece(int rule, int from, int to) {}

    private void take(String text) {
        EventFluxLexer lexer = new EventFluxLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        EventFluxGrammar grammar = new EventFluxGrammar(tokens);
        grammar.removeErrorListeners();
        List<Piece> pieces = new ArrayList<>();
        while (tokens.LA(1) != Token.EOF) {
            int before = tokens.index();
            collect(grammar.unit(), pieces);
            if (tokens.index() == before) {
                tokens.consume();
            }
        }
        tokens.getTokens()
                .forEach(token -> byToken.computeIfAbsent(token.getType(), type -> new ArrayList<>())
                        .add(token.getText()));
        if (grammar.getNumberOfSyntaxErrors() == 0 && text.codePoints().allMatch(Character::isBmpCodePoint)) {
            sources.add(new Source(text, pieces));
            pieces.forEach(piece -> byRule.computeIfAbsent(piece.rule(), rule -> new ArrayList<>())
                    .add(text.substring(piece.from(), piece.to())));
        }
    }

    private static void collect(ParserRuleContext tree, List<Piece> pieces) {
        if (tree.getStop() != null && tree.getStop().getType() != Token.EOF) {
            int from = tree.getStart().getStartIndex();
            int to = tree.getStop().getStopIndex() + 1;
            if (from < to) {
                pieces.add(new Piece(tree.getRuleIndex(), from, to));
            }
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            ParseTree child = tree.getChild(i);
            if (child instanceof ParserRuleContext rule) {
                collect(rule, pieces);
            }
        }
    }

    /** One of the texts without mistakes. */
    Source source(Random random) {
        return sources.get(random.nextInt(sources.size()));
    }

    /** Something that stands for a rule somewhere; nothing if the rule stands nowhere. */
    String of(int rule, Random random) {
        return one(byRule.getOrDefault(rule, List.of("")), random);
    }

    /** A word of a type. */
    String word(int type, Random random) {
        List<String> seen = byToken.get(type);
        if (seen != null) {
            return one(seen, random);
        }
        String literal = EventFluxLexer.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return literal.substring(1, literal.length() - 1);
        }
        return Keywords.isKeyword(type) ? one(Keywords.words(type), random) : "";
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
