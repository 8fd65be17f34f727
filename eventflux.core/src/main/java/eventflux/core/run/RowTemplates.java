package eventflux.core.run;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.RowSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings with {@code {{column}}} in them, filled in from the row that a cursor stands on. */
public final class RowTemplates implements RowSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");

    private final Row row;
    private final Map<String, String> texts;
    private final Map<String, List<Piece>> templates = new LinkedHashMap<>();

    /**
     * Settings over a cursor.
     *
     * @param row stands on the row that is being published
     * @param texts the settings by name
     */
    public RowTemplates(Row row, Map<String, String> texts) {
        this.row = row;
        this.texts = texts;
        texts.forEach((name, text) -> {
            List<Piece> pieces = pieces(text, row.schema());
            if (pieces.stream().anyMatch(piece -> piece.column >= 0)) {
                templates.put(name, pieces);
            }
        });
    }

    @Override
    public Optional<String> find(String name) {
        List<Piece> pieces = templates.get(name);
        if (pieces == null) {
            return Optional.ofNullable(texts.get(name));
        }
        if (pieces.size() == 1) {
            return Optional.ofNullable(row.get(pieces.get(0).column)).map(Object::toString);
        }
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.column < 0 ? piece.text : row.get(piece.column));
        }
        return Optional.of(filled.toString());
    }

    @Override
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : texts.keySet()) {
            if (name.startsWith(prefix)) {
                find(name).ifPresent(text -> found.put(name.substring(prefix.length()), text));
            }
        }
        return found;
    }

    private static List<Piece> pieces(String text, Schema schema) {
        List<Piece> pieces = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            int column = schema.indexOf(placeholder.group(1));
            if (column >= 0) {
                addText(pieces, text.substring(from, placeholder.start()));
                pieces.add(new Piece("", column));
                from = placeholder.end();
            }
        }
        addText(pieces, text.substring(from));
        return pieces;
    }

    private static void addText(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, -1));
        }
    }

    /**
     * A part of a template.
     *
     * @param text what stands there, unless it is a column
     * @param column the column, or -1
     */
    private record Piece(String text, int column) {}
}
