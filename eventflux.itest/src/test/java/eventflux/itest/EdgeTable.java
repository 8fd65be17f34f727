package eventflux.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of allowed edges as a document writes it. Packages stand in code marks, {@code {a,b}} for one of several; {@code .*}
 * is a package with all below it, and so is every name except that of a bundle, which is its root package alone. Libraries stand
 * in words. What follows "never" explains. Every package may import itself, what lies below it, the JDK and the annotations of OSGi.
 * A row that has others below it is for its package alone.
 *
 * @param rows the rows, the most particular name first
 */
record EdgeTable(List<EdgeTable.Row> rows) {

    private static final String PREFIX = "eventflux.";
    private static final String BELOW = ".*";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BRACES = Pattern.compile("(.*)\\{([^}]*)}(.*)");
    private static final Pattern ROW = Pattern.compile("\\|(.*)\\|(.*)\\|");
    private static final String FREE = "their own library";
    private static final List<String> ALWAYS =
            List.of("java", "javax", "", "org.osgi.annotation", "org.osgi.service.component.annotations");
    private static final Map<String, String> LIBRARIES = Map.of(
            "Agrona", "org.agrona",
            "ANTLR", "org.antlr",
            "ASM", "org.objectweb.asm",
            "Caffeine", "com.github.benmanes.caffeine",
            "JUnit", "org.junit",
            "LSP4J", "org.eclipse.lsp4j",
            "SLF4J", "org.slf4j",
            "the framework", "org.osgi");

    EdgeTable {
        rows = rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.from().length()).reversed())
                .toList();
    }

    /** Reads it from the part of a document that begins with "Allowed edges". */
    static EdgeTable read(Path document) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        int begin = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("Allowed edges"))
                .findFirst()
                .orElseThrow());
        for (String line : lines.subList(begin, lines.size())) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("#")) {
                break;
            }
            if (row.matches() && line.contains("`")) {
                names(row.group(1)).forEach(from -> rows.add(new Row(from, names(rule(row)), libraries(rule(row)))));
            }
        }
        return new EdgeTable(rows);
    }

    /** The row of a package: the one with the longest name that covers it. */
    Optional<Row> row(String packageName) {
        return rows.stream()
                .filter(row -> row.covers(packageName))
                .findFirst()
                .filter(row -> isWhole(row, packageName));
    }

    /** A row that has others below it is for its package alone: what lies below needs a row of its own. */
    private boolean isWhole(Row row, String packageName) {
        return packageName.equals(row.from())
                || rows.stream().noneMatch(other -> other.from().startsWith(row.from() + "."));
    }

    /**
     * One row for one name.
     *
     * @param from a package that stands for all below it, or {@code x.*} for each bundle of that beginning
     * @param packages what it may import of ours
     * @param libraries what it may import of others; everything if one of them is empty
     */
    record Row(String from, List<String> packages, List<String> libraries) {

        boolean covers(String packageName) {
            return isIn(packageName, from.endsWith(BELOW) ? from.substring(0, from.length() - BELOW.length()) : from);
        }

        boolean allows(String packageName, String target) {
            if (isIn(target, own(packageName)) || ALWAYS.stream().anyMatch(one -> isIn(target, one))) {
                return true;
            }
            return isIn(target, "eventflux")
                    ? packages.stream().anyMatch(one -> matches(target, one))
                    : libraries.stream().anyMatch(one -> one.isEmpty() || isIn(target, one));
        }

        /** What counts as the package itself: of {@code eventflux.ext.*} it is one bundle and not its neighbours. */
        private String own(String packageName) {
            if (!from.endsWith(BELOW)) {
                return from;
            }
            int next = packageName.indexOf('.', from.length() - 1);
            return next < 0 ? packageName : packageName.substring(0, next);
        }

        private static boolean matches(String target, String name) {
            if (name.endsWith(BELOW)) {
                return isIn(target, name.substring(0, name.length() - BELOW.length()));
            }
            boolean isBundle = name.indexOf('.', PREFIX.length()) < 0;
            return isBundle ? target.equals(name) : isIn(target, name);
        }

        private static boolean isIn(String packageName, String root) {
            return packageName.equals(root) || !root.isEmpty() && packageName.startsWith(root + ".");
        }
    }

    private static String rule(Matcher row) {
        return row.group(2).split("never")[0];
    }

    private static List<String> libraries(String rule) {
        List<String> libraries = new ArrayList<>();
        LIBRARIES.forEach((name, root) -> {
            if (rule.contains(name)) {
                libraries.add(root);
            }
        });
        if (rule.contains(FREE)) {
            libraries.add("");
        }
        return libraries;
    }

    private static List<String> names(String cell) {
        List<String> names = new ArrayList<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            Matcher braces = BRACES.matcher(code.group(1));
            if (braces.matches()) {
                for (String one : braces.group(2).split(",")) {
                    names.add(full(braces.group(1) + one.strip() + braces.group(3)));
                }
            } else {
                names.add(full(code.group(1)));
            }
        }
        return names;
    }

    private static String full(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }
}
