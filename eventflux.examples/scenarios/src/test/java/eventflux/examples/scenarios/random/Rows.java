package eventflux.examples.scenarios.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares rows of two runs. */
final class Rows {

    private Rows() {}

    static Map<String, List<String>> by(Function<String, String> kind, List<String> lines) {
        Map<String, List<String>> kinds = new TreeMap<>();
        for (String line : lines) {
            kinds.computeIfAbsent(kind.apply(line), none -> new ArrayList<>()).add(line);
        }
        return kinds;
    }

    /** The stream that a row is of. */
    static String source(String line) {
        return line.substring(0, line.indexOf(": "));
    }

    /** The first difference of the rows of a kind. */
    static Optional<String> difference(Map<String, List<String>> expected, Map<String, List<String>> found) {
        Map<String, List<String>> all = new TreeMap<>(expected);
        found.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(kind -> difference(expected.getOrDefault(kind, List.of()), found.getOrDefault(kind, List.of())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> difference(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < found.size() ? found.get(i) : "nothing";
            if (!one.equals(other)) {
                return Optional.of("row " + i + "\n  expected: " + one + "\n  found:    " + other);
            }
        }
        return Optional.empty();
    }
}
