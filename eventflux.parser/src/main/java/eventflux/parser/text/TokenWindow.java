package eventflux.parser.text;

import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A list of words as the generated parser reads it, from any word on. All words are at hand, so nothing is buffered or
 * copied. Used by one thread.
 */
public final class TokenWindow implements TokenStream, TokenSource {

    private final List<Token> tokens;
    private final int last;
    private int index; // written by the thread that reads the text
    private Token current; // the word there, which is asked for again and again; written by the same thread

    /**
     * A window on words.
     *
     * @param tokens the words; the last is the end of the text
     * @param start the word to begin with
     */
    public TokenWindow(List<Token> tokens, int start) {
        this.tokens = tokens;
        this.last = tokens.size() - 1;
        this.index = start;
        this.current = tokens.get(start);
    }

    @Override
    public Token LT(int distance) {
        if (distance == 1) {
            return current;
        }
        if (distance < 0) {
            int at = index + distance;
            return at < 0 ? null : tokens.get(at);
        }
        return tokens.get(Math.min(index + Math.max(distance, 1) - 1, last));
    }

    @Override
    public int LA(int distance) {
        return LT(distance).getType();
    }

    @Override
    public void consume() {
        if (current.getType() == Token.EOF) {
            return; // the end may be read more than once
        }
        index++;
        current = tokens.get(index);
    }

    @Override
    public Token get(int position) {
        return tokens.get(position);
    }

    @Override
    public int mark() {
        return -1; // all words are at hand, so there is nothing to hold on to
    }

    @Override
    public void release(int marker) {
        // the counterpart of mark
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int position) {
        index = Math.min(position, last);
        current = tokens.get(index);
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public TokenSource getTokenSource() {
        return this;
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, interval.a); i <= interval.b && i < tokens.size(); i++) {
            text.append(tokens.get(i).getText());
        }
        return text.toString();
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, tokens.size() - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }

    @Override
    public Token nextToken() {
        Token token = LT(1);
        consume();
        return token;
    }

    @Override
    public int getLine() {
        return 0; // places are found by offsets
    }

    @Override
    public int getCharPositionInLine() {
        return 0; // places are found by offsets
    }

    @Override
    public CharStream getInputStream() {
        return tokens.get(0).getInputStream();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        throw new UnsupportedOperationException("the words are made already");
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return CommonTokenFactory.DEFAULT;
    }
}
