package eventflux.ext.functions.scalar;

import eventflux.api.text.DecimalText;

/** Values as texts, floating-point numbers as everywhere else. */
final class ValueText {

    private ValueText() {}

    static String of(Object value) {
        if (value instanceof Double number) {
            return DecimalText.of(number);
        }
        return value instanceof Float number ? DecimalText.of(number) : String.valueOf(value);
    }
}
