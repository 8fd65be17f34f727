package eventflux.testkit.scenario;

import java.util.ArrayList;
import java.util.List;

/** Reads one line of input: {@code @time Stream value, value …}. */
final class StepReader {

    /** Stands for the application's tables: what is asked, and what it answers. */
    static final String ASK = "?";

    private final String where;
    private final String line;
    private int position;

    StepReader(String where, String line) {
        this.where = where;
        this.line = line;
    }

    ScenarioStep read() {
        String time = word();
        if (!time.startsWith("@")) {
            throw wrong("a time such as @1000 is expected");
        }
        long millis = Long.parseLong(time.substring(1));
        if (atEnd()) {
            return new ScenarioStep.Wait(millis);
        }
        String stream = word();
        if (stream.equals(ASK)) {
            return new ScenarioStep.Ask(millis, line.substring(position).strip());
        }
        List<Object> values = new ArrayList<>();
        while (!atEnd()) {
            values.add(value());
            skipSpaces();
            if (!atEnd() && line.charAt(position++) != ',') {
                throw wrong("a comma is expected at " + position);
            }
        }
        return new ScenarioStep.Send(millis, stream, values);
    }

    private Object value() {
        skipSpaces();
        if (!atEnd() && line.charAt(position) == '\'') {
            return text();
        }
        int start = position;
        while (position < line.length() && line.charAt(position) != ',') {
            position++;
        }
        return literal(line.substring(start, position).strip());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        position++;
        while (position < line.length()) {
            char c = line.charAt(position++);
            boolean doubled = c == '\'' && position < line.length() && line.charAt(position) == '\'';
            if (c == '\'' && !doubled) {
                return text.toString();
            }
            position += doubled ? 1 : 0;
            text.append(c);
        }
        throw wrong("the text has no end");
    }

    private Object literal(String word) {
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            case "" -> throw wrong("a value is missing");
            default -> number(word);
        };
    }

    private Object number(String word) {
        try {
            return word.matches("-?\\d+") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw wrong("no value: " + word);
        }
    }

    private String word() {
        skipSpaces();
        int start = position;
        while (position < line.length() && !Character.isWhitespace(line.charAt(position))) {
            position++;
        }
        return line.substring(start, position);
    }

    private void skipSpaces() {
        while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
            position++;
        }
    }

    private boolean atEnd() {
        skipSpaces();
        return position == line.length();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(where + ": " + what + " in: " + line);
    }
}
