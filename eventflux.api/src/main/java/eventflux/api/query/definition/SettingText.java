package eventflux.api.query.definition;

import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.StringLiteral;

/** Reads the value of a {@link Setting} as a string. */
final class SettingText {

    private SettingText() {}

    static String of(Expression value) {
        if (value instanceof StringLiteral string) {
            return string.value();
        }
        if (value instanceof NumberLiteral number) {
            return number.text();
        }
        if (value instanceof BooleanLiteral bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof ColumnReference word) {
            return word.column().text();
        }
        if (value instanceof DurationLiteral duration) {
            return duration.millis() + " ms";
        }
        return "";
    }
}
