package eventflux.examples.scenarios.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * That each key has what an application has that gets the rows of this key alone: the queries of a partition without the partition, and
 * groups of a query in the same query. The first column of all that comes out is the key.
 */
final class KeyTrial implements Trial {

    private static final String NO_KEY = " null";

    private final Engines engines;
    private final boolean isSharded;

    /**
     * A trial.
     *
     * @param isSharded whether several threads work on the partition
     */
    KeyTrial(Engines engines, boolean isSharded) {
        this.engines = engines;
        this.isSharded = isSharded;
    }

    @Override
    public String name() {
        return isSharded ? "BY_KEY_IN_SHARDS" : "BY_KEY";
    }

    @Override
    public boolean suits(Application application) {
        return switch (application.form()) {
            case ANY -> false;
            case GROUPED -> !isSharded;
            // Ticks of a part are counted from the first row that its query gives.
            case PARTITIONED -> !application.seesRuns() && !application.hasTicks();
        };
    }

    @Override
    public String other(Application application) {
        if (application.form() == Form.GROUPED) {
            return application.text();
        }
        List<Part> parts = application.parts().stream()
                .map(part -> new Part(Both.same(""), part.statements(), Both.same("")))
                .toList();
        // Inner streams are ordinary ones where there is no partition.
        return application.of(parts).text().replaceAll("#(?=" + Draft.INNER + ")", "");
    }

    @Override
    public Optional<String> difference(Application application) {
        Map<String, List<String>> expected = new TreeMap<>();
        rowsByKey(application).forEach((key, steps) -> {
            // A part begins with its first row.
            long start = application.form() == Form.GROUPED
                    ? RandomApplication.START
                    : steps.get(0).time();
            Play.lines(engines, other(application), steps, Manner.ONE_BY_ONE, start)
                    .forEach(line -> expected.computeIfAbsent(source(line), source -> new ArrayList<>())
                            .add(line));
        });
        String text = isSharded
                ? application.text().replace("define stream", "@Async(buffer.size='16', workers='3') define stream")
                : application.text();
        Manner manner = isSharded ? Manner.IN_SHARDS : Manner.RESTORED;
        Map<String, List<String>> found =
                Rows.by(KeyTrial::source, Play.lines(engines, text, application.steps(), manner));
        // What has lost its key on the way cannot be told apart.
        expected.keySet().removeIf(source -> source.endsWith(NO_KEY) || source.startsWith(Draft.INNER));
        found.keySet().removeIf(source -> source.endsWith(NO_KEY));
        return Rows.difference(expected, found);
    }

    private Map<String, List<Step>> rowsByKey(Application application) {
        Map<String, List<Step>> rows = new LinkedHashMap<>();
        String queries = other(application).replaceAll("define .*\n", "");
        for (Step step : application.steps()) {
            if (step instanceof Step.Send send && send.values()[0] != null && isRead(send.stream(), queries)) {
                rows.computeIfAbsent(send.values()[0].toString(), key -> new ArrayList<>())
                        .add(step);
            }
        }
        long end = application.steps().get(application.steps().size() - 1).time();
        rows.values().forEach(steps -> steps.add(new Step.Wait(end)));
        return rows;
    }

    private static boolean isRead(String stream, String queries) {
        return Pattern.compile("[ =]" + stream + "\\b").matcher(queries).find();
    }

    // The name of the stream, and the first value.
    private static String source(String line) {
        String values = line.substring(line.indexOf('[') + 1, line.length() - 1);
        return Rows.source(line) + " " + values.split(", ", 2)[0];
    }
}
