package eventflux.ext.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and values in a text: {@code name:"value"} on lines of their own, {@code name=value} with commas between, and the like. */
final class Pairs {

    private final Pattern pair;

    /**
     * For one way to write them.
     *
     * @param separator what stands between name and value
     * @param delimiter what stands between two pairs, beside ends of lines
     */
    Pairs(String separator, String delimiter) {
        String end = Pattern.quote(delimiter);
        pair = Pattern.compile("\\s*(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\\s*" + Pattern.quote(separator)
                + "[ \\t]*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"[ \\t]*|(?<bare>(?:(?!" + end + "|[\\r\\n]).)*))(?:"
                + end + "|[\\r\\n]+|$)+");
    }

    /** The pairs; empty when the text is something else. */
    Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher matcher = pair.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            String quoted = matcher.group("quoted");
            pairs.put(
                    matcher.group("name"),
                    quoted == null ? matcher.group("bare").strip() : quoted.replaceAll("\\\\(.)", "$1"));
            at = matcher.end();
        }
        return text.substring(at).isBlank() ? pairs : Map.of();
    }
}
