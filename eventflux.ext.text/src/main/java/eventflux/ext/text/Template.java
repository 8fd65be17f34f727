package eventflux.ext.text;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{column}}} in it. */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final List<String> texts = new ArrayList<>();
    // The column behind each text but the last.
    private final List<Integer> columns = new ArrayList<>();

    Template(String text, Schema schema) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            int column = schema.indexOf(placeholder.group(1));
            if (column < 0) {
                throw new IllegalArgumentException(
                        "the template has {{" + placeholder.group(1) + "}}, which is no column");
            }
            texts.add(text.substring(from, placeholder.start()));
            columns.add(column);
            from = placeholder.end();
        }
        texts.add(text.substring(from));
    }

    void write(Row row, PayloadBuffer out) {
        for (int i = 0; i < columns.size(); i++) {
            out.write(texts.get(i));
            out.write(Texts.of(row, columns.get(i)));
        }
        out.write(texts.get(columns.size()));
    }
}
