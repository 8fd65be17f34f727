package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxLexer;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;

/**
 * Finds numbers as other languages write them, which would be read as a number and a name or as two numbers, and makes each
 * one word. Used by one thread, for one text.
 */
final class BrokenNumbers {

    private static final Pattern OTHER_BASE = Pattern.compile("0(?:x[0-9a-f]+|b[01]+|o[0-7]+)(?![0-9a-z_.])");
    private static final Pattern GROUPED = Pattern.compile("[0-9]+(?:_[0-9]+)+(?![0-9a-z_.])");
    private static final Pattern MANY_POINTS = Pattern.compile("[0-9]+(?:\\.[0-9]+){2,}(?![0-9a-z_])");
    private static final Pattern OPEN = Pattern.compile("[0-9]+\\.(?![0-9a-z_.])");
    private static final int LONGEST = 100;

    private final SourceText source;
    private final ProblemList problems;

    BrokenNumbers(SourceText source, ProblemList problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Lets a word that begins such a number be all of it, and the number that was probably meant.
     *
     * @param token a word
     * @param text where the next word would be read from
     */
    void complete(CommonToken token, CharStream text) {
        if (token.getType() != EventFluxLexer.INT_LITERAL && token.getType() != EventFluxLexer.DOUBLE_LITERAL) {
            return;
        }
        int start = token.getStartIndex();
        String rest = source.text()
                .substring(start, Math.min(start + LONGEST, source.text().length()))
                .toLowerCase(Locale.ROOT);
        match(OTHER_BASE, rest)
                .ifPresent(number ->
                        replace(token, text, number, "numbers are written in decimal", Optional.of(inDecimal(number))));
        match(GROUPED, rest)
                .ifPresent(number ->
                        replace(token, text, number, "digits stand together", Optional.of(number.replace("_", ""))));
        match(MANY_POINTS, rest)
                .ifPresent(number -> replace(token, text, number, "it has more than one point", Optional.empty()));
        match(OPEN, rest)
                .ifPresent(
                        number -> replace(token, text, number, "a digit follows its point", Optional.of(number + "0")));
    }

    private static Optional<String> match(Pattern pattern, String rest) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String inDecimal(String number) {
        int base = switch (number.charAt(1)) {
            case 'x' -> 16;
            case 'b' -> 2;
            default -> 8;
        };
        return new BigInteger(number.substring(2), base).toString();
    }

    private void replace(
            CommonToken token, CharStream text, String number, String reason, Optional<String> suggestion) {
        int start = token.getStartIndex();
        int end = start + number.length();
        Problem problem = Problem.of(
                        SyntaxError.MALFORMED_NUMBER, "text", source.text().substring(start, end), "reason", reason)
                .at(source.at(start, end - 1));
        problems.add(suggestion.map(problem::suggesting).orElse(problem));
        String meant = suggestion.orElse("0.0");
        token.setType(meant.contains(".") ? EventFluxLexer.DOUBLE_LITERAL : EventFluxLexer.INT_LITERAL);
        token.setText(meant);
        token.setStopIndex(end - 1);
        text.seek(end);
    }
}
