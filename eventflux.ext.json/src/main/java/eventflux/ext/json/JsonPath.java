package eventflux.ext.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is inside a JSON value: {@code $.a.b[0]['c d']}. The leading {@code $.} may be left off.
 *
 * @param steps from the outside in; none for the value itself
 */
record JsonPath(List<Step> steps) {

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** One step inwards. */
    sealed interface Step permits Property, Element {}

    /** Into an object. */
    record Property(String name) implements Step {}

    /** Into an array, counted from zero. */
    record Element(int index) implements Step {}

    /** The path of a property of the value itself, whatever characters its name holds. */
    static JsonPath ofProperty(String name) {
        return new JsonPath(List.of(new Property(name)));
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with the place of what is wrong
     */
    static JsonPath parse(String text) {
        return new Parser(text).parse();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("$");
        for (Step step : steps) {
            if (step instanceof Element element) {
                out.append('[').append(element.index()).append(']');
            } else if (step instanceof Property property) {
                out.append('.').append(property.name());
            }
        }
        return out.toString();
    }

    private static final class Parser {

        private static final int MOST_INDEX_DIGITS = 7;

        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at; // moves while the path is read

        Parser(String text) {
            this.text = text;
        }

        JsonPath parse() {
            if (text.startsWith("$")) {
                at = 1;
            } else if (!text.startsWith("[")) {
                name();
            }
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case '.' -> {
                        at++;
                        name();
                    }
                    case '[' -> {
                        at++;
                        bracket();
                    }
                    default -> throw wrong("expected . or [");
                }
            }
            return new JsonPath(steps);
        }

        private void name() {
            int start = at;
            while (at < text.length() && ".[]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw wrong("expected a name");
            }
            steps.add(new Property(text.substring(start, at)));
        }

        private void bracket() {
            char first = at < text.length() ? text.charAt(at) : ' ';
            if (first == '\'' || first == '"') {
                int end = text.indexOf(first, at + 1);
                if (end < 0) {
                    throw wrong("a quote that is never closed");
                }
                steps.add(new Property(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                index();
            }
            if (at >= text.length() || text.charAt(at) != ']') {
                throw wrong("expected ]");
            }
            at++;
        }

        private void index() {
            int start = at;
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
                at++;
            }
            if (at == start || at - start > MOST_INDEX_DIGITS) {
                throw wrong("expected a number or a name in quotes");
            }
            steps.add(new Element(Integer.parseInt(text, start, at, 10)));
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(what + " at character " + (at + 1) + " of the path " + text);
        }
    }
}
