package eventflux.parser.format;

import eventflux.parser.format.Words.Spelling;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.TokenizedText;
import eventflux.parser.tree.ApplicationBuilder;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Puts statements under one another: the author's empty lines stay, and what takes several lines stands alone. Used by one
 * thread, for one text.
 */
public final class TextLayout {

    private final TokenizedText text;
    private final Words words;
    private final List<Block> blocks = new ArrayList<>();
    private Spelling partition = Spelling.SMALL; // of the open partition; written by the thread that formats
    private int depth; // how many partitions are open; written by the thread that formats

    private TextLayout(TokenizedText text) {
        this.text = text;
        this.words = new Words(text);
    }

    /**
     * A text in the one style.
     *
     * @param text its words
     * @param units its units, which take all of the words
     */
    public static String print(TokenizedText text, List<EventFluxGrammar.UnitContext> units) {
        TextLayout layout = new TextLayout(text);
        for (int i = 0; i < units.size(); i++) {
            layout.add(units.get(i), units.subList(i, units.size()));
        }
        return layout.print();
    }

    /** What kind of block stands before or after another one. */
    private enum Kind {
        OF_APPLICATION,
        STATEMENT,
        PARTITION_HEAD,
        PARTITION_END
    }

    private record Block(Kind kind, int indent, CommentGap before, String lines) {

        boolean isTall() {
            return lines.indexOf('\n') >= 0;
        }
    }

    // ---- blocks

    private void add(EventFluxGrammar.UnitContext unit, List<EventFluxGrammar.UnitContext> following) {
        List<ParseTree> parts = Spacing.parts(unit);
        while (parts.size() > 1 && concernsAll(parts.get(0)) && !(parts.get(1) instanceof TerminalNode)) {
            addBlock(Kind.OF_APPLICATION, parts.subList(0, 1), Spelling.SMALL);
            parts = parts.subList(1, parts.size());
        }
        if (unit.partitionEnd() != null) {
            addEnd(parts);
        } else if (unit.partitionHead() != null) {
            partition = spelling(following);
            addBlock(Kind.PARTITION_HEAD, parts, partition);
            depth = 1;
        } else if (unit.statement() != null) {
            boolean closes = unit.unitEnd().partitionEnd() != null;
            Spelling own = Spelling.of(ApplicationBuilder.dialect(unit.statement()));
            addBlock(Kind.STATEMENT, closes ? parts.subList(0, parts.size() - 1) : parts, own);
            if (closes) {
                addEnd(List.of(unit.unitEnd().partitionEnd()));
            }
        } else if (!parts.isEmpty()) {
            addBlock(concernsAll(parts.get(0)) ? Kind.OF_APPLICATION : Kind.STATEMENT, parts, Spelling.SMALL);
        }
    }

    private static boolean concernsAll(ParseTree part) {
        return part instanceof EventFluxGrammar.AnnotationContext annotation
                && annotation.anyName() != null
                && annotation.name().getText().equalsIgnoreCase("app");
    }

    /** A partition is written like its first query. */
    private static Spelling spelling(List<EventFluxGrammar.UnitContext> head) {
        for (EventFluxGrammar.UnitContext unit : head) {
            if (unit.statement() != null) {
                return Spelling.of(ApplicationBuilder.dialect(unit.statement()));
            }
        }
        return Spelling.SMALL;
    }

    private void addEnd(List<ParseTree> parts) {
        depth = 0;
        addBlock(Kind.PARTITION_END, parts, partition);
    }

    private void addBlock(Kind kind, List<ParseTree> parts, Spelling keywords) {
        Token first = start(parts.get(0));
        Layout layout = new Layout(words, keywords, first);
        List<Doc> docs = new ArrayList<>();
        for (ParseTree part : parts) {
            boolean continues = docs.isEmpty() || start(part).getType() == EventFluxGrammar.SEMICOLON;
            docs.add(continues ? Doc.EMPTY : Doc.LINE);
            docs.add(layout.visit(part));
        }
        int indent = depth * Renderer.INDENT;
        String lines = Renderer.print(Doc.broken(Doc.concat(docs)), indent);
        if (!lines.isEmpty()) { // else a variable before it holds all of it
            blocks.add(new Block(kind, indent, words.gap(first.getTokenIndex()), lines));
        }
    }

    private static Token start(ParseTree part) {
        return part instanceof TerminalNode word ? word.getSymbol() : ((ParserRuleContext) part).getStart();
    }

    // ---- lines

    private String print() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isApart = i > 0 && isApart(blocks.get(i - 1), block);
            print(block.before(), block.indent(), isApart, out);
            out.append(block.lines()).append('\n');
        }
        CommentGap end = words.gap(text.tokens().size() - 1);
        boolean isApart =
                !blocks.isEmpty() && startsWithEmptyLine(end) && !end.ownLines().isEmpty();
        print(end.withoutLastEmptyLine(), 0, isApart, out);
        return out.toString();
    }

    private static boolean isApart(Block above, Block below) {
        return above.kind() != Kind.PARTITION_HEAD
                && below.kind() != Kind.PARTITION_END
                && (startsWithEmptyLine(below.before())
                        || above.isTall()
                        || below.isTall()
                        || above.kind() == Kind.OF_APPLICATION && below.kind() != Kind.OF_APPLICATION);
    }

    private static boolean startsWithEmptyLine(CommentGap gap) {
        return gap.ownLines().isEmpty()
                ? gap.endsWithEmptyLine()
                : gap.ownLines().get(0).afterEmptyLine();
    }

    private static void print(CommentGap gap, int indent, boolean isApart, StringBuilder out) {
        boolean isNextApart = isApart;
        for (int i = 0; i < gap.ownLines().size(); i++) {
            CommentGap.OwnLine comment = gap.ownLines().get(i);
            appendEmptyLine(i == 0 ? isApart : comment.afterEmptyLine(), out);
            out.append(" ".repeat(indent)).append(comment.text()).append('\n');
            isNextApart = gap.endsWithEmptyLine();
        }
        appendEmptyLine(isNextApart, out);
    }

    private static void appendEmptyLine(boolean isWanted, StringBuilder out) {
        out.append(isWanted ? "\n" : "");
    }
}
