package eventflux.testkit.scenario;

import java.util.List;

/** Compares lines; an expected line without a time matches a found one at any time. */
final class OutputComparison {

    private final List<String> expected;

    OutputComparison(List<String> expected) {
        this.expected = expected;
    }

    boolean matches(List<String> found) {
        if (found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!matches(expected.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String expected, String found) {
        String wanted = normal(expected);
        String seen = normal(found);
        return wanted.startsWith("@") ? wanted.equals(seen) : wanted.equals(withoutTime(seen));
    }

    private static String withoutTime(String line) {
        return line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
    }

    private static String normal(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }
}
