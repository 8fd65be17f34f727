package eventflux.examples.scenarios.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A table made by chance, with queries that change it and look at it. */
final class RandomTable {

    private static final List<String> NUMBERS = List.of("i", "l", "f", "d");
    private static final List<String> COLUMNS = List.of("i", "l", "f", "d", "s", "b");
    private static final String TYPES = "(i int, l long, f float, d double, s string, b bool)";
    private static final List<String> INDEXES = List.of(
            "'i'",
            "'l', 's'",
            "'d'",
            "'f', 'i'",
            "'s'",
            "'b'",
            "'(i, s)', 'd'",
            "'(s, b)', 'l'",
            "'(d, i)'",
            "'i', 'l', 'f', 'd', 's', 'b'");
    private static final List<List<String>> KEYS =
            List.of(List.of("i"), List.of("l"), List.of("s"), List.of("d"), List.of("i", "s"), List.of("b", "i"));
    private static final Object[][] VALUES = {
        {null, 0, 1, 2, 3, (1 << 24) + 1},
        {null, 0L, 1L, 2L, 1L << 53, (1L << 53) + 1},
        {null, 0f, -0f, 1.5f, 2f, 0x1p24f, Float.NaN},
        {null, 0.0, -0.0, 1.0, 1.5, Double.NaN, 0x1p53},
        {null, "", "a", "b", "\u00e9"},
        {null, true, false}
    };

    private final SplittableRandom random;
    private final List<String> key;
    private final String index;
    private final String queries;

    RandomTable(SplittableRandom random) {
        this.random = random;
        this.key = random.nextInt(3) == 0 ? KEYS.get(random.nextInt(KEYS.size())) : List.of();
        this.index = key.isEmpty() || random.nextBoolean() ? INDEXES.get(random.nextInt(INDEXES.size())) : "";
        this.queries = changes() + looks();
    }

    /** The application with keys and indexes. */
    String indexed() {
        String primary = key.isEmpty() ? "" : key.stream().collect(Collectors.joining("', '", "@PrimaryKey('", "') "));
        String secondary = index.isEmpty() ? "" : "@Index(" + index + ") ";
        return text(primary + secondary, "from Put insert into T;\n");
    }

    /** The same application without; a key is a condition on what is put in. */
    String plain() {
        String isTaken = key.stream()
                .map(column -> "T.%1$s == Put.%1$s".formatted(column))
                .collect(Collectors.joining(" and "));
        String isNull = key.stream().map(column -> column + " is null").collect(Collectors.joining(" or "));
        String free = key.isEmpty() ? "" : "[not (" + isNull + ") and not ((" + isTaken + ") in T)]";
        return text("", "from Put" + free + " insert into T;\n");
    }

    private String text(String annotations, String put) {
        String streams = List.of("Put", "Change", "Upsert", "Remove", "Ask").stream()
                .map(name -> "define stream " + name + " " + TYPES + ";\n")
                .collect(Collectors.joining());
        return streams + annotations + "define table T " + TYPES + ";\n" + put + queries;
    }

    private String changes() {
        String same =
                key.stream().map(column -> "T.%1$s == %1$s".formatted(column)).collect(Collectors.joining(" and "));
        // What a key would refuse a search through all rows does not see: keys stay, and what is put in has a free one.
        String upsert = key.isEmpty()
                ? "from Upsert update or insert into T set " + assignments() + " on " + condition("")
                : "from Upsert["
                        + key.stream()
                                .map(column -> "not (" + column + " is null)")
                                .collect(Collectors.joining(" and "))
                        + "] update or insert into T set " + assignments() + " on " + same;
        return upsert + ";\nfrom Change update T set " + assignments() + " on " + condition("")
                + ";\nfrom Remove delete T on " + condition("") + ";\n";
    }

    private String looks() {
        String outer = random.nextBoolean() ? "" : "left outer ";
        String columns = COLUMNS.stream()
                .map(column -> "T.%1$s as t%1$s".formatted(column))
                .collect(Collectors.joining(", "));
        return "from Ask " + outer + "join T on " + condition("Ask.") + " select " + columns + " insert into Out;\n"
                + "from Ask[(" + condition("Ask.") + ") in T] select * insert into Out;\n";
    }

    private String assignments() {
        List<String> assignments = new ArrayList<>();
        for (String column : COLUMNS) {
            if (!key.contains(column) && random.nextInt(3) == 0) {
                boolean isSum = NUMBERS.contains(column) && random.nextInt(3) == 0;
                assignments.add("T." + column + " = " + (isSum ? "T." + column + " + 1" : column));
            }
        }
        if (assignments.isEmpty()) {
            String other = key.contains("f") ? "d" : "f";
            assignments.add("T." + other + " = " + other);
        }
        return String.join(", ", assignments);
    }

    /** A query on demand that looks at the table, or changes it. */
    String query() {
        int kind = random.nextInt(8);
        if (kind == 0) {
            return "delete T on " + condition(null);
        }
        if (kind == 1) {
            String column = key.contains("f") ? "d" : "f";
            return "update T set T." + column + " = T." + column + " + 1 on " + condition(null);
        }
        return "from T on " + condition(null) + " select *";
    }

    /** Values of a row of a stream. */
    Object[] values() {
        return Arrays.stream(VALUES).map(all -> all[random.nextInt(all.length)]).toArray();
    }

    /**
     * A condition on rows of the table.
     *
     * @param prefix of the columns of the stream; null where there is no stream
     */
    private String condition(String prefix) {
        int count = 1 + random.nextInt(3);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String part = comparison(prefix);
            parts.add(random.nextInt(10) == 0 ? "not (" + part + ")" : part);
        }
        String joined = String.join(" and ", parts);
        return random.nextInt(8) == 0 ? "(" + joined + " or " + comparison(prefix) + ")" : joined;
    }

    private String comparison(String prefix) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "T." + COLUMNS.get(random.nextInt(COLUMNS.size())) + " is null";
        }
        if (kind < 3) {
            String other = prefix == null || random.nextInt(4) == 0 ? "'a'" : prefix + "s";
            return sides("T.s", random.nextInt(4) == 0 ? "!=" : "==", other);
        }
        if (kind == 3) {
            return sides("T.b", "==", prefix == null ? "true" : prefix + "b");
        }
        String operator = List.of("==", "==", "==", "!=", "<", "<=", ">", ">=").get(random.nextInt(8));
        return sides("T." + NUMBERS.get(random.nextInt(4)), operator, number(prefix));
    }

    private String sides(String column, String operator, String other) {
        if (random.nextBoolean()) {
            return column + " " + operator + " " + other;
        }
        String turned = operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
        return other + " " + turned + " " + column;
    }

    private String number(String prefix) {
        if (prefix == null || random.nextInt(5) == 0) {
            return List.of("1", "2L", "0.0", "1.5", "9007199254740993L", "1.5f").get(random.nextInt(6));
        }
        String column = prefix + NUMBERS.get(random.nextInt(4));
        return random.nextInt(5) == 0 ? column + " + 1" : column;
    }
}
