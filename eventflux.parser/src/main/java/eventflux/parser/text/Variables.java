package eventflux.parser.text;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables into a text: {@code ${name}} or {@code ${name:default}}, anywhere but in comments.
 */
public final class Variables {

    /** A comment, or a variable; a string or a quoted name is passed piecemeal, as variables count inside them. */
    private static final Pattern INTERESTING =
            Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_.\\-]*)\\s*(?::([^}\\r\\n]*))?}|--[^\\r\\n]*+|/\\*|'|\"");

    private final Function<String, Optional<String>> values;

    /**
     * Variables of one origin.
     *
     * @param values the value of a name, if it has one
     */
    public Variables(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** The variables of the process: system properties first, then the environment. */
    public static Variables ofProcess() {
        return new Variables(name ->
                Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name))));
    }

    /** These with others above them. */
    public Variables below(Function<String, Optional<String>> others) {
        return new Variables(name -> others.apply(name).or(() -> values.apply(name)));
    }

    /**
     * The text with values. A variable without a value gives a problem, and its name stands for it.
     *
     * @param text what the author wrote
     * @param problems where problems go
     */
    public SourceText substitute(String text, ProblemList problems) {
        if (!text.contains("${")) {
            return SourceText.of(text);
        }
        return new Substitution(text, problems).run();
    }

    /** One pass over one text. */
    private final class Substitution {

        private final String text;
        private final ProblemList problems;
        private final SourceText plain;
        private final StringBuilder out = new StringBuilder();
        private final List<SourceText.Segment> segments = new ArrayList<>();
        private int copied; // up to where the text is in out; written by the thread that reads the text
        private char openQuote; // the quote that a string began with, else 0; the same thread

        Substitution(String text, ProblemList problems) {
            this.text = text;
            this.problems = problems;
            this.plain = SourceText.of(text);
        }

        SourceText run() {
            Matcher matcher = INTERESTING.matcher(text);
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                from = matcher.group(1) == null ? passOver(matcher) : replace(matcher);
            }
            out.append(text, copied, text.length());
            return new SourceText(text, out.toString(), segments);
        }

        private int passOver(Matcher matcher) {
            char first = text.charAt(matcher.start());
            if (first == '\'' || first == '"') {
                openQuote = openQuote == 0 ? first : openQuote == first ? 0 : openQuote;
                return matcher.end();
            }
            if (openQuote != 0) {
                return matcher.start() + 2; // looks like a comment, but stands in a string
            }
            if (first == '-') {
                return matcher.end();
            }
            int end = text.indexOf("*/", matcher.end());
            return end < 0 ? text.length() + 1 : end + 2;
        }

        /** {@code ${name:default}} or {@code ${name:-default}}. */
        private static Optional<String> otherwise(String text) {
            return Optional.ofNullable(text).map(value -> value.startsWith("-") ? value.substring(1) : value);
        }

        private int replace(Matcher matcher) {
            String name = matcher.group(1);
            Optional<String> value = values.apply(name).or(() -> otherwise(matcher.group(2)));
            if (value.isEmpty()) {
                problems.add(Problem.of(SyntaxError.UNKNOWN_VARIABLE, "name", name)
                        .at(plain.at(matcher.start(), matcher.end() - 1)));
            }
            String replacement = value.orElse(name.replaceAll("[.\\-]", "_"));
            out.append(text, copied, matcher.start());
            segments.add(new SourceText.Segment(
                    out.length(), replacement.length(), matcher.start(), matcher.end() - matcher.start()));
            out.append(replacement);
            copied = matcher.end();
            return matcher.end();
        }
    }
}
