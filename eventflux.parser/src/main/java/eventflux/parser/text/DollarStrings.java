package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxLexer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;

/**
 * Finds strings between two {@code $$}, or two {@code $name$}, as PostgreSQL and others write the bodies of functions, and
 * makes each one word. Used by one thread, for one text.
 */
final class DollarStrings {

    private static final Pattern OPENING = Pattern.compile("\\$(?:[a-zA-Z_][a-zA-Z0-9_]*)?\\$");
    private static final String TRIPLE_QUOTE = "\"\"\"";
    private static final String INSTEAD = "write a text of several lines between three double quotes";

    private final SourceText source;
    private final ProblemList problems;

    DollarStrings(SourceText source, ProblemList problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Lets a stray character that begins such a string be all of it.
     *
     * @param token a stray character
     * @param text where the next word would be read from
     */
    void complete(CommonToken token, CharStream text) {
        int start = token.getStartIndex();
        Matcher opening =
                OPENING.matcher(source.text()).region(start, source.text().length());
        if (!opening.lookingAt()) {
            return;
        }
        String mark = opening.group();
        problems.add(Problem.of(SyntaxError.FOREIGN_TEXT, "found", mark, "instead", INSTEAD)
                .at(source.at(start, opening.end() - 1)));
        int close = source.text().indexOf(mark, opening.end());
        if (close < 0) {
            replace(
                    token,
                    text,
                    source.text().substring(opening.end()),
                    source.text().length());
            token.setType(EventFluxLexer.UNCLOSED_TRIPLE_STRING);
        } else {
            String body = source.text().substring(opening.end(), close);
            replace(token, text, body + TRIPLE_QUOTE, close + mark.length());
            token.setType(EventFluxLexer.TRIPLE_STRING);
        }
    }

    private static void replace(CommonToken token, CharStream text, String body, int end) {
        token.setText(TRIPLE_QUOTE + body);
        token.setStopIndex(end - 1);
        text.seek(end);
    }
}
