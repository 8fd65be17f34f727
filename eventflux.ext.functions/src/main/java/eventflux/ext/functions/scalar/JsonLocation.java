package eventflux.ext.functions.scalar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A place in a JSON document: {@code $.order.lines[0].price}, with {@code ['a name']} for names that are no words. */
public final class JsonLocation {

    private static final JsonFactory JSON = new JsonFactory();

    /** Names of members as String, places in arrays as Integer. */
    private final List<Object> steps;

    /** Reads a path. */
    public JsonLocation(String path) {
        steps = List.copyOf(steps(path));
    }

    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        int at = path.startsWith("$") ? 1 : 0;
        if (at == 0 && !path.isEmpty() && path.charAt(0) != '[' && path.charAt(0) != '.') {
            at = addName(path, 0, steps);
        }
        while (at < path.length()) {
            at = switch (path.charAt(at)) {
                case '.' -> addName(path, at + 1, steps);
                case '[' -> addBracket(path, at + 1, steps);
                default -> throw refused(path, "character " + (at + 1));
            };
        }
        return steps;
    }

    private static int addName(String path, int from, List<Object> steps) {
        int end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        if (end == from) {
            throw refused(path, "a name is missing at character " + (from + 1));
        }
        steps.add(path.substring(from, end));
        return end;
    }

    private static int addBracket(String path, int from, List<Object> steps) {
        boolean isQuoted = from < path.length() && (path.charAt(from) == '\'' || path.charAt(from) == '"');
        String closing = isQuoted ? path.charAt(from) + "]" : "]";
        int start = isQuoted ? from + 1 : from;
        int end = path.indexOf(closing, start);
        if (end < 0) {
            throw refused(path, "a bracket is not closed");
        }
        String inside = path.substring(start, end);
        if (isQuoted) {
            steps.add(inside);
        } else if (inside.matches("\\d{1,9}")) {
            steps.add(Integer.valueOf(inside));
        } else {
            throw refused(path, "[" + inside + "]");
        }
        return end + closing.length();
    }

    private static RuntimeException refused(String path, String reason) {
        return FunctionError.BAD_JSON_PATH.with("path", path, "reason", reason);
    }

    /** What is made of the value at the place. */
    @FunctionalInterface
    interface Reading<T> {

        /** Reads the value that the parser stands on. */
        T read(JsonParser parser) throws IOException;
    }

    /** What a document holds at the place; null when it has no such place, holds null there, or is no JSON. */
    <T> T read(String document, Reading<T> reading) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            for (Object step : steps) {
                boolean isFound = step instanceof String name ? enter(parser, name) : enter(parser, (Integer) step);
                if (!isFound) {
                    return null;
                }
            }
            boolean isNothing = parser.currentToken() == null || parser.currentToken() == JsonToken.VALUE_NULL;
            return isNothing ? null : reading.read(parser);
        } catch (IOException e) {
            return null; // as a text that is no number becomes null in a cast
        }
    }

    private static boolean enter(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isWanted = parser.currentName().equals(name);
            parser.nextToken();
            if (isWanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean enter(JsonParser parser, int place) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == place) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** A value as text: a text without its quotes, everything else as JSON. */
    static String text(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return parser.getText();
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.copyCurrentStructure(parser);
        }
        return out.toString();
    }
}
