package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxLexer;
import eventflux.parser.grammar.Keywords;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;

/**
 * Finds numbers as other languages write them, and numbers with a name hard behind them, which would be read as a number
 * and a name or as two numbers, and makes each one word. Used by one thread, for one text.
 */
final class BrokenNumbers {

    private static final Pattern OTHER_BASE = Pattern.compile("0(?:x[0-9a-f]+|b[01]+|o[0-7]+)(?![0-9a-z_.])");
    private static final Pattern GROUPED = Pattern.compile("[0-9]+(?:_[0-9]+)+(?![0-9a-z_.])");
    private static final Pattern MANY_POINTS = Pattern.compile("[0-9]+(?:\\.[0-9]+){2,}(?![0-9a-z_])");
    private static final Pattern OPEN = Pattern.compile("[0-9]+\\.(?![0-9a-z_.])");
    private static final Pattern TAIL = Pattern.compile("[0-9a-z_]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String NAME_BEHIND = "a name begins with a letter, and a space parts it from a number";
    private static final String NO_UNIT = "what stands behind it is no unit of time";
    private static final int LONGEST = 100;
    // A shorter word is near to nearly every unit.
    private static final int SHORTEST_UNIT = 3;
    // Names that stand without AS: units of time, which are right there, are not among them.
    private static final Set<Integer> NAMES =
            Set.of(EventFluxLexer.IDENTIFIER, EventFluxLexer.FINAL, EventFluxLexer.RUNNING);
    private static final List<String> UNITS = IntStream.rangeClosed(EventFluxLexer.MILLISECONDS, EventFluxLexer.YEARS)
            .boxed()
            .flatMap(type -> Keywords.words(type).stream())
            .toList();

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
        switch (token.getType()) {
            case EventFluxLexer.INT_LITERAL, EventFluxLexer.DOUBLE_LITERAL -> completeNumber(token, text);
            case EventFluxLexer.LONG_LITERAL, EventFluxLexer.FLOAT_LITERAL -> completeTail(token, text);
            default -> {} // no number
        }
    }

    private void completeNumber(CommonToken token, CharStream text) {
        int stop = token.getStopIndex();
        String rest = rest(token.getStartIndex());
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
        if (token.getStopIndex() == stop) {
            completeTail(token, text);
        }
    }

    // 3x would be 3 AS x, and 1first the number 1f with a name. What stands there is taken as the number alone.
    private void completeTail(CommonToken token, CharStream text) {
        match(TAIL, rest(token.getStopIndex() + 1))
                .filter(tail -> NAMES.contains(Keywords.typeOf(tail, EventFluxLexer.IDENTIFIER)))
                .ifPresent(tail -> {
                    String number = token.getText();
                    Optional<String> meant = withUnit(number, tail);
                    report(token, number + tail, meant.isPresent() ? NO_UNIT : NAME_BEHIND, meant);
                    token.setText(number);
                    extend(token, text, number.length() + tail.length());
                });
    }

    private static Optional<String> withUnit(String number, String tail) {
        return tail.length() >= SHORTEST_UNIT && DIGITS.matcher(number).matches()
                ? Nearness.nearest(tail, UNITS).map(unit -> number + " " + unit)
                : Optional.empty();
    }

    private String rest(int start) {
        return source.text()
                .substring(start, Math.min(start + LONGEST, source.text().length()))
                .toLowerCase(Locale.ROOT);
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
        report(token, number, reason, suggestion);
        String meant = suggestion.orElse("0.0");
        token.setType(meant.contains(".") ? EventFluxLexer.DOUBLE_LITERAL : EventFluxLexer.INT_LITERAL);
        token.setText(meant);
        extend(token, text, number.length());
    }

    private void report(CommonToken token, String number, String reason, Optional<String> suggestion) {
        int start = token.getStartIndex();
        int end = start + number.length();
        Problem problem = Problem.of(
                        SyntaxError.MALFORMED_NUMBER, "text", source.text().substring(start, end), "reason", reason)
                .at(source.at(start, end - 1));
        problems.add(suggestion.map(problem::suggesting).orElse(problem));
    }

    private static void extend(CommonToken token, CharStream text, int length) {
        int end = token.getStartIndex() + length;
        token.setStopIndex(end - 1);
        text.seek(end);
    }
}
