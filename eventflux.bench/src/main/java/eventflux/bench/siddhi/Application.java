package eventflux.bench.siddhi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application and what happens to it.
 *
 * @param kinds what it has, for those who count
 * @param isBoundToNow whether it has something that goes by the clock of the machine in Siddhi, so that the rows have to have the
 *     times of now
 * @param statements those behind the definitions of the streams
 * @param steps what happens
 */
record Application(List<String> kinds, boolean isBoundToNow, List<String> statements, List<Step> steps) {

    private static final Pattern OUTPUT = Pattern.compile("into (" + Draft.OUTPUT + "\\d+)");

    Application {
        kinds = List.copyOf(kinds);
        statements = List.copyOf(statements);
        steps = List.copyOf(steps);
    }

    String text() {
        return Stream.concat(Inputs.definitions().stream(), statements.stream())
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining("", "@app:playback\n", ""));
    }

    /** The streams whose rows are compared. */
    List<String> outputs() {
        return OUTPUT.matcher(text())
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    /** Whether Siddhi works on it with threads of its own, and results are there only after a while. */
    boolean isAggregating() {
        return text().contains("define aggregation");
    }

    Application with(List<Step> others) {
        return new Application(kinds, isBoundToNow, statements, others);
    }

    /** The same without one of its statements. */
    Application without(int statement) {
        List<String> others = new ArrayList<>(statements);
        others.remove(statement);
        return new Application(kinds, isBoundToNow, others, steps);
    }
}
