package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import eventflux.api.event.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text with places to fill in: {@code {{column}}} and {@code {{_timestamp}}}. A place between quotes takes the value as
 * part of that text, any other takes it as a JSON value; either way the outcome is JSON again.
 *
 * @param parts the text and the places, in order
 */
record JsonTemplate(List<Part> parts) {

    /** The place that takes the time of the event. */
    static final String TIMESTAMP = "_timestamp";

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    JsonTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of the template. */
    sealed interface Part permits Text, Place {}

    /** Text that stays as it is. */
    record Text(String text) implements Part {}

    /**
     * A place to fill in.
     *
     * @param column the column, or -1 for the time of the event
     * @param isQuoted whether it stands between quotes
     */
    record Place(int column, boolean isQuoted) implements Part {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a place names no column, or the outcome would not be JSON
     */
    static JsonTemplate parse(String template, Schema schema) {
        List<Part> parts = new ArrayList<>();
        boolean inQuotes = false;
        int from = 0;
        int open = template.indexOf(OPEN);
        while (open >= 0) {
            int close = template.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException("template: {{ at character " + (open + 1) + " is never closed");
            }
            String text = template.substring(from, open);
            inQuotes = isInQuotes(text, inQuotes);
            parts.add(new Text(text));
            parts.add(new Place(
                    column(template.substring(open + OPEN.length(), close).strip(), schema), inQuotes));
            from = close + CLOSE.length();
            open = template.indexOf(OPEN, from);
        }
        parts.add(new Text(template.substring(from)));
        JsonTemplate read = new JsonTemplate(parts);
        read.requireJson();
        return read;
    }

    private static int column(String name, Schema schema) {
        if (name.equals(TIMESTAMP)) {
            return -1;
        }
        int column = schema.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("template: {{" + name + "}} names no column of " + schema);
        }
        return column;
    }

    private static boolean isInQuotes(String text, boolean before) {
        boolean inQuotes = before;
        for (int i = 0; i < text.length(); i++) {
            if (inQuotes && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                inQuotes = !inQuotes;
            }
        }
        return inQuotes;
    }

    private void requireJson() {
        StringBuilder sample = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text text) {
                sample.append(text.text());
            } else if (part instanceof Place place && !place.isQuoted()) {
                sample.append("null");
            }
        }
        try (JsonParser parser = new JsonFactory().createParser(sample.toString())) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("template is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("template: more than one JSON value");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("template does not give JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
