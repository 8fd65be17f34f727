package eventflux.core.analyze.window;

import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.expression.TimePart;
import eventflux.api.query.stream.WindowCall;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a window call in one line, as {@code explain} shows it. */
final class CallText {

    private CallText() {}

    static String of(WindowCall call) {
        String namespace = call.namespace().map(space -> space.text() + ":").orElse("");
        return call.arguments().stream()
                .map(CallText::of)
                .collect(Collectors.joining(", ", namespace + call.name() + "(", ")"));
    }

    private static String of(Expression argument) {
        if (argument instanceof NumberLiteral number) {
            return number.text();
        }
        if (argument instanceof StringLiteral string) {
            return "'" + string.value() + "'";
        }
        if (argument instanceof BooleanLiteral bool) {
            return String.valueOf(bool.value());
        }
        if (argument instanceof ColumnReference column) {
            return column.column().text();
        }
        if (argument instanceof DurationLiteral duration) {
            return duration.parts().stream().map(CallText::of).collect(Collectors.joining(" "));
        }
        return argument instanceof Binary binary
                ? of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right())
                : "…";
    }

    private static String of(TimePart part) {
        String unit = part.unit().name().toLowerCase(Locale.ROOT);
        return part.amount() + " " + unit + (part.amount() == 1 ? "" : "s");
    }
}
