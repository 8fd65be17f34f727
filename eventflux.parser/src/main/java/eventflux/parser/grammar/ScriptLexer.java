package eventflux.parser.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * Finds keywords among the identifiers, knows the letters of all languages, and takes the body of a script as one token. A brace opens a
 * script only in the definition of a function; elsewhere it opens a quantifier. Used by one thread.
 */
public abstract class ScriptLexer extends Lexer {

    // The categories L, M and N of Unicode.
    private static final int NAME_PARTS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private int previousType = Token.EOF; // written by the thread that reads the text
    private boolean inFunctionDefinition; // the same

    /**
     * A lexer for one text.
     *
     * @param input the text
     */
    protected ScriptLexer(CharStream input) {
        super(input);
    }

    /** Whether the character just read is a letter. */
    protected final boolean isLetter() {
        return Character.isLetter(_input.LA(-1));
    }

    /** Whether the character just read may follow a letter in a name: a letter, a mark on one or a number. */
    protected final boolean isNamePart() {
        return (NAME_PARTS & 1 << Character.getType(_input.LA(-1))) != 0;
    }

    @Override
    public Token nextToken() {
        Token token = super.nextToken();
        if (token.getChannel() != Token.DEFAULT_CHANNEL) {
            return token;
        }
        if (token.getType() == EventFluxLexer.IDENTIFIER) {
            ((CommonToken) token).setType(Keywords.typeOf(token.getText(), EventFluxLexer.IDENTIFIER));
        }
        int type = token.getType();
        if (type == EventFluxLexer.FUNCTION && isStatementStart(previousType)) {
            inFunctionDefinition = true;
        } else if (type == EventFluxLexer.SEMICOLON) {
            inFunctionDefinition = false;
        } else if (type == EventFluxLexer.LEFT_BRACE && inFunctionDefinition) {
            inFunctionDefinition = false;
            return script((CommonToken) token);
        }
        previousType = type;
        return token;
    }

    private static boolean isStatementStart(int previous) {
        return previous == Token.EOF
                || previous == EventFluxLexer.SEMICOLON
                || previous == EventFluxLexer.DEFINE
                || previous == EventFluxLexer.CREATE;
    }

    private Token script(CommonToken token) {
        CharStream in = getInputStream();
        int depth = 1;
        while (depth > 0 && in.LA(1) != IntStream.EOF) {
            int c = in.LA(1);
            in.consume();
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '"' || c == '\'' || c == '`') {
                skipString(in, c);
            } else if (c == '/') {
                skipComment(in);
            }
        }
        token.setType(depth == 0 ? EventFluxLexer.SCRIPT : EventFluxLexer.UNCLOSED_SCRIPT);
        token.setStopIndex(in.index() - 1);
        previousType = token.getType();
        return token;
    }

    private static void skipString(CharStream in, int quote) {
        while (in.LA(1) != IntStream.EOF && in.LA(1) != quote) {
            if (in.LA(1) == '\n' && quote != '`') {
                return; // an apostrophe in a comment or a regular expression: not a string after all
            }
            if (in.LA(1) == '\\' && in.LA(2) != IntStream.EOF) {
                in.consume();
            }
            in.consume();
        }
        if (in.LA(1) == quote) {
            in.consume();
        }
    }

    private static void skipComment(CharStream in) {
        if (in.LA(1) == '/') {
            while (in.LA(1) != IntStream.EOF && in.LA(1) != '\n') {
                in.consume();
            }
        } else if (in.LA(1) == '*') {
            in.consume();
            while (in.LA(1) != IntStream.EOF && !(in.LA(1) == '*' && in.LA(2) == '/')) {
                in.consume();
            }
        }
    }
}
