package eventflux.parser.format;

import eventflux.api.query.node.Dialect;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.text.SourceText;
import eventflux.parser.text.TokenizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** The words of a text as they are printed, with the comments around them. Used by one thread, for one text. */
final class Words {

    private final TokenizedText text;
    private final SourceText source;
    private final List<CommentGap> gaps = new ArrayList<>(); // before each word
    private final BitSet glued =
            new BitSet(); // words that are printed with the one before them, or with the start of the text

    Words(TokenizedText text) {
        this.text = text;
        this.source = text.source();
        int end = 0;
        for (Token token : text.tokens()) {
            int index = token.getTokenIndex();
            if (source.isOnePiece(end, token.getStartIndex())) {
                glued.set(index);
                gaps.add(CommentGap.EMPTY);
            } else {
                gaps.add(CommentGap.read(source.text(), end, token.getStartIndex()));
            }
            end = token.getStopIndex() + 1;
        }
    }

    /** What stands before a word. */
    CommentGap gap(int index) {
        return gaps.get(index);
    }

    /**
     * A word with the comments that go with it: those on lines of their own before it, and those behind it on its line.
     *
     * @param token the word
     * @param spelling as the author's, or that of the keywords of a dialect
     * @param isFirst whether the comments before it are printed by somebody else
     */
    Doc doc(Token token, Spelling spelling, boolean isFirst) {
        int index = token.getTokenIndex();
        List<Doc> parts = new ArrayList<>();
        if (!isFirst) {
            gaps.get(index).ownLines().forEach(comment -> parts.add(new Doc.OwnLine(comment.text())));
        }
        parts.add(glued.get(index) && index > 0 ? Doc.GLUE : new Doc.Text(print(token, spelling)));
        if (index + 1 < gaps.size() && !glued.get(index + 1)) {
            parts.addAll(gaps.get(index + 1).behind());
        }
        return Doc.concat(parts);
    }

    private String print(Token token, Spelling spelling) {
        int index = token.getTokenIndex();
        int stop = index;
        while (glued.get(stop + 1)) {
            stop++;
        }
        if (stop > index || glued.get(index) || hasValue(token)) {
            Token last = text.tokens().get(stop);
            int end = last.getType() == Token.EOF ? source.text().length() : last.getStopIndex() + 1;
            return source.written(glued.get(index) ? 0 : token.getStartIndex(), end)
                    .stripTrailing();
        }
        return Keywords.isKeyword(token.getType()) ? spelling.of(token.getText()) : token.getText();
    }

    private boolean hasValue(Token token) {
        return source.hasValue(token.getStartIndex(), token.getStopIndex());
    }

    /** How many characters some words take without anything between them. */
    int width(Token start, Token stop) {
        int width = 0;
        for (int i = start.getTokenIndex(); i <= stop.getTokenIndex(); i++) {
            width += glued.get(i) && i > 0
                    ? 0
                    : print(text.tokens().get(i), Spelling.WRITTEN).length();
        }
        return width;
    }

    /** How keywords are written. */
    enum Spelling {
        WRITTEN,
        CAPITALS,
        SMALL;

        static Spelling of(Dialect dialect) {
            return dialect == Dialect.SQL ? CAPITALS : SMALL;
        }

        String of(String word) {
            return switch (this) {
                case WRITTEN -> word;
                case CAPITALS -> word.toUpperCase(Locale.ROOT);
                case SMALL -> word.toLowerCase(Locale.ROOT);
            };
        }
    }
}
