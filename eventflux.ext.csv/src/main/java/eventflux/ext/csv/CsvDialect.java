package eventflux.ext.csv;

import eventflux.api.config.Settings;
import java.util.Optional;

/**
 * How fields are kept apart.
 *
 * @param delimiter between two fields, ASCII
 * @param quote around a field that holds a delimiter, a quote or a line end; ASCII, or {@link #NO_QUOTE}
 */
record CsvDialect(byte delimiter, byte quote) {

    static final byte NO_QUOTE = 0;

    static final String DEFAULT_DELIMITER = ",";
    static final String DEFAULT_QUOTE = "\"";

    CsvDialect {
        if (delimiter == quote) {
            throw new IllegalArgumentException("delimiter and quote are the same character: " + (char) quote);
        }
    }

    static CsvDialect of(Settings settings) {
        String delimiter = settings.getString("delimiter");
        Optional<String> quote = settings.find("quote").filter(text -> !text.equals("none"));
        return new CsvDialect(
                delimiter.equals("tab") || delimiter.equals("\\t") ? (byte) '\t' : character("delimiter", delimiter),
                quote.isPresent() ? character("quote", quote.get()) : NO_QUOTE);
    }

    private static byte character(String setting, String text) {
        if (text.length() != 1 || text.charAt(0) > 0x7E || "\r\n\0".contains(text)) {
            throw new IllegalArgumentException(
                    "setting=" + setting + " must be one ASCII character, is \"" + text + '"');
        }
        return (byte) text.charAt(0);
    }

    boolean isQuoting() {
        return quote != NO_QUOTE;
    }
}
