package eventflux.api.error;

import java.util.List;

/** Prints problems the way compilers do: place, message, the source line with the spot marked and without its secrets, the suggestion. */
public final class ProblemPrinter {

    /** So much of a longer line is shown, a third of it before the spot. */
    private static final int LONGEST_LINE = 150;

    private static final String CUT = "…";

    private final String file;
    private final List<String> lines;

    /**
     * A printer for one text.
     *
     * @param file what to call the text
     * @param text the text, empty when it is not at hand
     */
    public ProblemPrinter(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** All problems, one after another, each ending with a line break. */
    public String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> print(problem, out));
        return out.toString();
    }

    private void print(Problem problem, StringBuilder out) {
        out.append(file);
        problem.position()
                .ifPresent(place ->
                        out.append(':').append(place.line()).append(':').append(place.column()));
        out.append(": ").append(problem.isError() ? "error" : "warning");
        out.append(": ").append(problem.message());
        out.append(" [").append(problem.code().code()).append("]\n");
        problem.position().filter(place -> place.line() <= lines.size()).ifPresent(place -> mark(place, out));
        problem.suggestion()
                .ifPresent(
                        name -> out.append("      did you mean ").append(name).append("?\n"));
    }

    private void mark(SourcePosition place, StringBuilder out) {
        String line = lines.get(place.line() - 1);
        int start = Math.min(place.column() - 1, line.length());
        int from = line.length() <= LONGEST_LINE ? 0 : border(line, start - LONGEST_LINE / 3);
        int to = border(line, from + LONGEST_LINE);
        int length = Math.max(1, Math.min(place.length(), to - start));
        out.append(String.format("%5d", place.line())).append(" | ").append(from > 0 ? CUT : "");
        out.append(SourceLine.shown(line), from, to)
                .append(to < line.length() ? CUT : "")
                .append('\n');
        out.append("      | ").append(from > 0 ? " " : "");
        for (int i = from; i < start; i++) {
            out.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        out.append("^".repeat(length)).append('\n');
    }

    /** A place inside a line that takes no character apart. */
    private static int border(String line, int place) {
        int inside = Math.max(0, Math.min(place, line.length()));
        return inside > 0 && inside < line.length() && Character.isLowSurrogate(line.charAt(inside))
                ? inside - 1
                : inside;
    }
}
