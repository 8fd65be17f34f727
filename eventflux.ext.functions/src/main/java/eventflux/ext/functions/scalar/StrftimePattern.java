package eventflux.ext.functions.scalar;

import java.util.Map;

/** Date patterns as of the C function strftime, written as those of {@link java.time.format.DateTimeFormatter}. */
final class StrftimePattern {

    private static final Map<Character, String> FIELDS = Map.ofEntries(
            Map.entry('Y', "yyyy"),
            Map.entry('y', "yy"),
            Map.entry('m', "MM"),
            Map.entry('b', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('d', "dd"),
            Map.entry('j', "DDD"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('p', "a"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('f', "SSSSSSSSS"),
            Map.entry('L', "SSS"),
            Map.entry('z', "xx"),
            Map.entry('F', "yyyy-MM-dd"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('R', "HH:mm"));

    private StrftimePattern() {}

    /** The Java pattern, or IllegalArgumentException when a letter after a {@code %} has no meaning. */
    static String toJava(String pattern) {
        StringBuilder java = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (character == '%' && !pattern.startsWith("%%", i)) {
                quote(literal, java);
                java.append(fieldAt(pattern, ++i));
            } else {
                i += character == '%' ? 1 : 0;
                literal.append(character);
            }
        }
        quote(literal, java);
        return java.toString();
    }

    private static String fieldAt(String pattern, int index) {
        String field = index < pattern.length() ? FIELDS.get(pattern.charAt(index)) : null;
        if (field == null) {
            throw new IllegalArgumentException("unknown field at character " + index);
        }
        return field;
    }

    private static void quote(StringBuilder literal, StringBuilder java) {
        if (!literal.isEmpty()) {
            java.append('\'').append(literal.toString().replace("'", "''")).append('\'');
            literal.setLength(0);
        }
    }
}
