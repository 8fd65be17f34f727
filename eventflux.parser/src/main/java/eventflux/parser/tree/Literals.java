package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.Quote;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.expression.TimePart;
import eventflux.api.query.node.DurationUnit;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import java.math.BigInteger;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds numbers, strings and lengths of time. */
final class Literals {

    /** More digits fit into no whole number; checked first, as reading very many is slow. */
    private static final int MOST_DIGITS = 30;

    private static final int LONGEST_QUOTATION = 30;

    private final Reading reading;

    Literals(Reading reading) {
        this.reading = reading;
    }

    NumberLiteral number(EventFluxGrammar.NumberContext context) {
        return number(context.start, "", reading.at(context));
    }

    /** A number with the sign directly before it. */
    NumberLiteral number(Token number, String sign, SourcePosition place) {
        String text = sign + number.getText();
        return switch (number.getType()) {
            case EventFluxGrammar.FLOAT_LITERAL -> floatNumber(text, place);
            case EventFluxGrammar.DOUBLE_LITERAL -> doubleNumber(text, place);
            case EventFluxGrammar.LONG_LITERAL -> wholeNumber(text, text.substring(0, text.length() - 1), true, place);
            default -> wholeNumber(text, text, false, place);
        };
    }

    private NumberLiteral wholeNumber(String text, String digits, boolean isLong, SourcePosition place) {
        long value = wholeNumber(digits, text, "64 bits", place);
        if (!isLong && value == (int) value) {
            return new NumberLiteral(NumberKind.INT, (int) value, text, place);
        }
        return new NumberLiteral(NumberKind.LONG, value, text, place);
    }

    private long wholeNumber(String digits, String text, String type, SourcePosition place) {
        BigInteger value = digits.length() > MOST_DIGITS ? null : new BigInteger(digits);
        if (value == null || value.bitLength() > Long.SIZE - 1) {
            reading.report(SyntaxError.NUMBER_OUT_OF_RANGE, place, "text", shortened(text), "type", type);
            return 0;
        }
        return value.longValue();
    }

    private NumberLiteral floatNumber(String text, SourcePosition place) {
        float value = Float.parseFloat(text);
        if (Float.isInfinite(value)) {
            reading.report(SyntaxError.NUMBER_OUT_OF_RANGE, place, "text", shortened(text), "type", "FLOAT");
            return new NumberLiteral(NumberKind.FLOAT, 0f, text, place);
        }
        return new NumberLiteral(NumberKind.FLOAT, value, text, place);
    }

    private NumberLiteral doubleNumber(String text, SourcePosition place) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            reading.report(SyntaxError.NUMBER_OUT_OF_RANGE, place, "text", shortened(text), "type", "DOUBLE");
            return new NumberLiteral(NumberKind.DOUBLE, 0d, text, place);
        }
        return new NumberLiteral(NumberKind.DOUBLE, value, text, place);
    }

    /** A number of the grammar that has no sign and is never large. */
    static int smallNumber(Token number, Reading reading) {
        String digits = number.getText();
        BigInteger value = digits.length() > MOST_DIGITS ? null : new BigInteger(digits);
        if (value == null || value.bitLength() > Integer.SIZE - 1) {
            reading.report(
                    SyntaxError.NUMBER_OUT_OF_RANGE, reading.at(number), "text", shortened(digits), "type", "32 bits");
            return 1;
        }
        return value.intValue();
    }

    /** A count of events. */
    long count(Token number) {
        return wholeNumber(number.getText(), number.getText(), "64 bits", reading.at(number));
    }

    StringLiteral string(EventFluxGrammar.StringLiteralContext context) {
        return string(context.start);
    }

    StringLiteral string(Token token) {
        String text = token.getText();
        SourcePosition place = reading.at(token);
        return switch (token.getType()) {
            case EventFluxGrammar.TRIPLE_STRING -> new StringLiteral(inside(text, "\"\"\""), Quote.TRIPLE, place);
            case EventFluxGrammar.QUOTED ->
                new StringLiteral(inside(text, "\"").replace("\"\"", "\""), Quote.DOUBLE, place);
            default -> new StringLiteral(inside(text, "'").replace("''", "'"), Quote.SINGLE, place);
        };
    }

    /** What stands between quotes; the closing one may be missing. */
    static String inside(String text, String quote) {
        int start = quote.length();
        boolean closed = text.length() >= 2 * start && text.endsWith(quote);
        return text.substring(Math.min(start, text.length()), closed ? text.length() - start : text.length());
    }

    DurationLiteral duration(EventFluxGrammar.DurationContext context) {
        SourcePosition place = reading.at(context);
        List<TimePart> parts = context.INTERVAL() != null
                ? List.of(interval(context, place))
                : context.timePart().stream().map(this::part).toList();
        return checked(new DurationLiteral(parts, place), context.getText());
    }

    /** A length of time given as a number of milliseconds. */
    DurationLiteral milliseconds(Token number) {
        SourcePosition place = reading.at(number);
        TimePart part = new TimePart(count(number), DurationUnit.MILLISECOND, place);
        return new DurationLiteral(List.of(part), place);
    }

    private DurationLiteral checked(DurationLiteral duration, String text) {
        try {
            duration.millis();
            return duration;
        } catch (ArithmeticException overflow) {
            reading.report(SyntaxError.DURATION_OUT_OF_RANGE, duration.position(), "text", "'" + shortened(text) + "'");
            TimePart none = new TimePart(0, DurationUnit.MILLISECOND, duration.position());
            return new DurationLiteral(List.of(none), duration.position());
        }
    }

    private TimePart part(EventFluxGrammar.TimePartContext context) {
        long amount = count(context.INT_LITERAL().getSymbol());
        return new TimePart(amount, unit(context.timeUnit()), reading.at(context));
    }

    private TimePart interval(EventFluxGrammar.DurationContext context, SourcePosition place) {
        DurationUnit unit = context.timeUnit() == null ? DurationUnit.MILLISECOND : unit(context.timeUnit());
        if (context.STRING() == null) {
            return new TimePart(count(context.INT_LITERAL().getSymbol()), unit, place);
        }
        Token string = context.STRING().getSymbol();
        String amount = inside(string.getText(), "'").strip();
        if (!amount.matches("[0-9]+")) {
            reading.report(SyntaxError.MALFORMED_INTERVAL, reading.at(string), "text", shortened(string.getText()));
            return new TimePart(0, unit, place);
        }
        return new TimePart(wholeNumber(amount, amount, "64 bits", reading.at(string)), unit, place);
    }

    static DurationUnit unit(EventFluxGrammar.TimeUnitContext context) {
        return switch (context.start.getType()) {
            case EventFluxGrammar.SECONDS -> DurationUnit.SECOND;
            case EventFluxGrammar.MINUTES -> DurationUnit.MINUTE;
            case EventFluxGrammar.HOURS -> DurationUnit.HOUR;
            case EventFluxGrammar.DAYS -> DurationUnit.DAY;
            case EventFluxGrammar.WEEKS -> DurationUnit.WEEK;
            case EventFluxGrammar.MONTHS -> DurationUnit.MONTH;
            case EventFluxGrammar.YEARS -> DurationUnit.YEAR;
            default -> DurationUnit.MILLISECOND;
        };
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_QUOTATION ? text.substring(0, LONGEST_QUOTATION) + "…" : text;
    }
}
