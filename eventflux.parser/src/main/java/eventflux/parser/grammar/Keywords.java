package eventflux.parser.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keywords and their types. A unit of time has several words. */
public final class Keywords {

    private static final int FIRST = EventFluxLexer.SELECT;
    private static final int LAST = EventFluxLexer.YEARS;

    private static final Map<Integer, List<String>> UNITS = Map.of(
            EventFluxLexer.MILLISECONDS, List.of("MS", "MILLISEC", "MILLISECOND", "MILLISECONDS"),
            EventFluxLexer.SECONDS, List.of("S", "SEC", "SECOND", "SECONDS"),
            EventFluxLexer.MINUTES, List.of("M", "MIN", "MINUTE", "MINUTES"),
            EventFluxLexer.HOURS, List.of("H", "HOUR", "HOURS"),
            EventFluxLexer.DAYS, List.of("D", "DAY", "DAYS"),
            EventFluxLexer.WEEKS, List.of("WEEK", "WEEKS"),
            EventFluxLexer.MONTHS, List.of("MONTH", "MONTHS"),
            EventFluxLexer.YEARS, List.of("YEAR", "YEARS"));

    // In capitals and in small letters, as nearly all are written; never written again.
    private static final Map<String, Integer> TYPES = types();
    private static final int LONGEST =
            TYPES.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Keywords() {}

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = FIRST; type <= LAST; type++) {
            for (String word : words(type)) {
                types.put(word, type);
                types.put(word.toLowerCase(Locale.ROOT), type);
            }
        }
        return types;
    }

    /** All words of a type, in capitals. */
    public static List<String> words(int type) {
        List<String> unit = UNITS.get(type);
        return unit == null ? List.of(word(type)) : unit;
    }

    private static String word(int type) {
        String name = EventFluxLexer.VOCABULARY.getSymbolicName(type);
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * The type of a word.
     *
     * @param word in capitals or small letters
     * @param otherwise the type of a word that is no keyword
     */
    public static int typeOf(String word, int otherwise) {
        if (word.length() > LONGEST) {
            return otherwise;
        }
        Integer type = TYPES.get(word);
        return type == null ? TYPES.getOrDefault(word.toUpperCase(Locale.ROOT), otherwise) : type;
    }

    /** Whether a type is that of a keyword. */
    public static boolean isKeyword(int type) {
        return type >= FIRST && type <= LAST;
    }

    /** How the keyword of a type is written in capitals; the longest of the words of a unit. */
    public static String spelling(int type) {
        return word(type);
    }
}
