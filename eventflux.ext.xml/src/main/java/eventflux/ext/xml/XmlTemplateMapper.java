package eventflux.ext.xml;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the author's own document in; values are escaped, null is nothing. */
final class XmlTemplateMapper implements SinkMapper {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final XmlColumns columns;
    private final List<String> texts = new ArrayList<>();
    // The column behind each text but the last.
    private final List<Integer> places = new ArrayList<>();
    private final StringBuilder filled = new StringBuilder();

    XmlTemplateMapper(String template, Schema schema, XmlColumns columns) {
        this.columns = columns;
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            int column = schema.indexOf(placeholder.group(1));
            if (column < 0) {
                throw new IllegalArgumentException(
                        "the template has {{" + placeholder.group(1) + "}}, which is no column");
            }
            texts.add(template.substring(from, placeholder.start()));
            places.add(column);
            from = placeholder.end();
        }
        texts.add(template.substring(from));
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        filled.setLength(0);
        for (int i = 0; i < places.size(); i++) {
            filled.append(texts.get(i));
            if (!row.isNull(places.get(i))) {
                XmlText.append(filled, columns.text(row, places.get(i)));
            }
        }
        out.write(filled.append(texts.get(places.size())).toString());
    }
}
