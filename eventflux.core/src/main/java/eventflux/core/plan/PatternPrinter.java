package eventflux.core.plan;

import eventflux.core.resolved.ResolvedPattern;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Prints a pattern for {@code explain}. */
final class PatternPrinter {

    private final StringBuilder out;

    PatternPrinter(StringBuilder out) {
        this.out = out;
    }

    void print(ResolvedPattern pattern) {
        line(pattern.sequence() ? "sequence" : "pattern");
        for (int step = 0; step < pattern.steps().size(); step++) {
            ResolvedPattern.Step present = pattern.steps().get(step);
            String formula = present.leaves().size() > 1 ? " when " + present.formula() : "";
            line("  step " + step + " " + present.leaves() + formula + index(pattern, step));
        }
        pattern.repeats().forEach(repeat -> line("  every " + steps(repeat.first(), repeat.last())));
        pattern.limits()
                .forEach(limit -> line("  within " + limit.millis() + " ms " + steps(limit.first(), limit.last())));
        StringJoiner captured = new StringJoiner(", ", "  captures ", "");
        pattern.captured().forEach(one -> captured.add(one.name()));
        line(captured.toString());
    }

    private static String index(ResolvedPattern pattern, int step) {
        StringJoiner keys = new StringJoiner(", ", " found by ", "");
        keys.setEmptyValue("");
        IntStream.range(0, pattern.steps().get(step).leaves().size())
                .boxed()
                .flatMap(leaf -> PatternKeys.index(pattern, step, leaf).stream())
                .map(pair -> pair.event() + " = " + pair.match())
                .distinct()
                .forEach(keys::add);
        return keys.toString();
    }

    private static String steps(int first, int last) {
        return first == last ? "step " + first : "steps " + first + " to " + last;
    }

    private void line(String text) {
        out.append("  ").append(text).append('\n');
    }
}
