package eventflux.core.plan;

import eventflux.core.resolved.ResolvedMatch;

/** Prints a row match for {@code explain}. */
final class MatchPrinter {

    private final StringBuilder out;

    MatchPrinter(StringBuilder out) {
        this.out = out;
    }

    void print(ResolvedMatch match) {
        line("match rows " + match.pattern());
        for (int i = 0; i < match.variables().size(); i++) {
            ResolvedMatch.Variable variable = match.variables().get(i);
            line("  #" + i + " " + variable.name()
                    + variable.condition().map(test -> " [" + test + "]").orElse(""));
        }
        match.filter().ifPresent(filter -> line("  of rows where " + filter));
        line("  then " + match.skip().place()
                + (match.skip().element().isPresent()
                        ? " of "
                                + match.elements()
                                        .steps()
                                        .get(match.skip().element().getAsInt())
                                        .leaves()
                                        .get(0)
                                        .name()
                        : ""));
        match.within().ifPresent(millis -> line("  within " + millis + " ms"));
    }

    private void line(String text) {
        out.append("  ").append(text).append('\n');
    }
}
