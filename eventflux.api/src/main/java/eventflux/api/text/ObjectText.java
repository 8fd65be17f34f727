package eventflux.api.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an OBJECT column holds, as a text: so objects lie in rows, in windows and in snapshots like other values, and whoever reads
 * one gets a copy. An object is null, a truth value, a number of Java, a character, a text, a byte array, or a list, array, set or map
 * of such objects. Two objects of one text are equal; the order of a set or map is that in which it answers its elements.
 *
 * <p>A letter says what follows: {@code n t f} null and the truth values, {@code i5;} and its like numbers, {@code s3:abc} a
 * text of three characters, {@code L2:} and its like two elements.
 */
public final class ObjectText {

    private static final char END = ';';
    private static final char COUNT_END = ':';
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final String text;
    private int position;

    private ObjectText(String text) {
        this.text = text;
    }

    /**
     * The text of an object.
     *
     * @throws IllegalArgumentException when it is, or contains, an object of another class
     */
    public static String encode(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /**
     * The object of a text.
     *
     * @throws IllegalArgumentException when the text is none of {@link #encode}
     */
    public static Object decode(String text) {
        ObjectText reader = new ObjectText(text);
        Object value = reader.read();
        if (reader.position != text.length()) {
            throw reader.damaged();
        }
        return value;
    }

    /** Tells the text of a set as far as its elements, whose texts come next. */
    public static void tellSet(int elements, Consumer<String> out) {
        out.accept("S");
        tellNumber(elements, out);
        out.accept(":");
    }

    /** Tells the text of a text. */
    public static void tellText(String value, Consumer<String> out) {
        out.accept("s");
        tellNumber(value.length(), out);
        out.accept(":");
        out.accept(value);
    }

    // Digit by digit: nothing is made for it.
    private static void tellNumber(int number, Consumer<String> out) {
        if (number >= DIGITS.size()) {
            tellNumber(number / DIGITS.size(), out);
        }
        out.accept(DIGITS.get(number % DIGITS.size()));
    }

    private static void append(StringBuilder out, Object value) {
        if (value == null) {
            out.append('n');
        } else if (value instanceof Boolean truth) {
            out.append(truth ? 't' : 'f');
        } else if (value instanceof CharSequence || value instanceof Character) {
            String letters = value.toString();
            out.append(value instanceof Character ? 'c' : 's')
                    .append(letters.length())
                    .append(COUNT_END)
                    .append(letters);
        } else if (value instanceof Number number) {
            out.append(letter(number)).append(number).append(END);
        } else if (value instanceof byte[] bytes) {
            out.append('B').append(Base64.getEncoder().encodeToString(bytes)).append(END);
        } else {
            appendElements(out, value);
        }
    }

    private static char letter(Number number) {
        if (number instanceof Integer) {
            return 'i';
        } else if (number instanceof Long) {
            return 'l';
        } else if (number instanceof Double) {
            return 'd';
        } else if (number instanceof Float) {
            return 'e';
        } else if (number instanceof Short) {
            return 'h';
        } else if (number instanceof Byte) {
            return 'y';
        } else if (number instanceof BigDecimal) {
            return 'D';
        } else if (number instanceof BigInteger) {
            return 'I';
        }
        throw refused(number);
    }

    private static void appendElements(StringBuilder out, Object value) {
        if (value instanceof Set<?> set) {
            appendAll(out.append('S'), set);
        } else if (value instanceof List<?> list) {
            appendAll(out.append('L'), list);
        } else if (value instanceof Object[] array) {
            appendAll(out.append('A'), Arrays.asList(array));
        } else if (value instanceof Map<?, ?> map) {
            out.append('M').append(map.size()).append(COUNT_END);
            map.forEach((key, element) -> {
                append(out, key);
                append(out, element);
            });
        } else {
            throw refused(value);
        }
    }

    private static void appendAll(StringBuilder out, Collection<?> elements) {
        out.append(elements.size()).append(COUNT_END);
        elements.forEach(element -> append(out, element));
    }

    private Object read() {
        if (position == text.length()) {
            throw damaged();
        }
        char kind = text.charAt(position++);
        return switch (kind) {
            case 'n' -> null;
            case 't' -> true;
            case 'f' -> false;
            case 's' -> letters(until(COUNT_END));
            case 'c' -> letters(until(COUNT_END)).charAt(0);
            case 'B' -> Base64.getDecoder().decode(until(END));
            case 'S' -> readAll(new LinkedHashSet<>());
            case 'L' -> readAll(new ArrayList<>());
            case 'A' -> readAll(new ArrayList<>()).toArray();
            case 'M' -> readMap();
            default -> number(kind, until(END));
        };
    }

    private Object number(char kind, String digits) {
        return switch (kind) {
            case 'i' -> Integer.valueOf(digits);
            case 'l' -> Long.valueOf(digits);
            case 'd' -> Double.valueOf(digits);
            case 'e' -> Float.valueOf(digits);
            case 'h' -> Short.valueOf(digits);
            case 'y' -> Byte.valueOf(digits);
            case 'D' -> new BigDecimal(digits);
            case 'I' -> new BigInteger(digits);
            default -> throw damaged();
        };
    }

    private <T extends Collection<Object>> T readAll(T elements) {
        int count = Integer.parseInt(until(COUNT_END));
        for (int i = 0; i < count; i++) {
            elements.add(read());
        }
        return elements;
    }

    private Map<Object, Object> readMap() {
        int count = Integer.parseInt(until(COUNT_END));
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = read();
            map.put(key, read());
        }
        return map;
    }

    private String letters(String count) {
        int length = Integer.parseInt(count);
        if (length < 0 || length > text.length() - position) {
            throw damaged();
        }
        position += length;
        return text.substring(position - length, position);
    }

    private String until(char end) {
        int from = position;
        int at = text.indexOf(end, from);
        if (at < 0) {
            throw damaged();
        }
        position = at + 1;
        return text.substring(from, at);
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("no object at " + position + " of " + text);
    }

    private static IllegalArgumentException refused(Object value) {
        return new IllegalArgumentException(
                "an OBJECT column holds texts, numbers, truth values, bytes, and lists, sets and maps"
                        + " of them, and no " + value.getClass().getName());
    }
}
