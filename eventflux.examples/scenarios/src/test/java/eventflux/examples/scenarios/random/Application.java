package eventflux.examples.scenarios.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An application and what happens to it.
 *
 * @param kinds what it has, for those who count
 * @param form what it is as a whole
 * @param head annotations of the application
 * @param dialect in which it is written
 * @param isAlike whether it means the same in the other dialect
 * @param parts its statements
 * @param steps what happens
 */
record Application(
        List<String> kinds,
        Form form,
        String head,
        Dialect dialect,
        boolean isAlike,
        List<Part> parts,
        List<Step> steps) {

    private static final Pattern TICKS = Pattern.compile("output [a-z ]*every \\d+ sec");

    Application {
        kinds = List.copyOf(kinds);
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    String text() {
        return text(dialect, false);
    }

    String text(Dialect other, boolean isRewritten) {
        return parts.stream().map(part -> part.text(other, isRewritten)).collect(Collectors.joining("", head, ""));
    }

    boolean isPlayback() {
        return head.contains("playback");
    }

    /** Whether it has a window whose results depend on what is sent at once. */
    boolean seesRuns() {
        String text = text(Dialect.CLASSIC, false);
        return text.contains("window.batch(") || text.contains(") batch(");
    }

    /** Whether rows are held back until a time. */
    boolean hasTicks() {
        return TICKS.matcher(text()).find();
    }

    /** Whether something happens each time that it starts. */
    boolean firesAtStart() {
        return text().contains("at 'start'");
    }

    Application with(List<Step> others) {
        return new Application(kinds, form, head, dialect, isAlike, parts, others);
    }

    Application of(List<Part> others) {
        return new Application(kinds, form, head, dialect, isAlike, others, steps);
    }

    /** What it is without one statement: all that there are. */
    List<Application> smaller() {
        List<Application> smaller = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            List<Part.Statement> statements = parts.get(i).statements();
            for (int j = statements.size() - 1; j >= 0; j--) {
                List<Part.Statement> others = new ArrayList<>(statements);
                others.remove(j);
                List<Part> all = new ArrayList<>(parts);
                all.set(i, parts.get(i).with(others));
                if (others.isEmpty()) {
                    all.remove(i);
                }
                smaller.add(of(all));
            }
        }
        return smaller;
    }
}
