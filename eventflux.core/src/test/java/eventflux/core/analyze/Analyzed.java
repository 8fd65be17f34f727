package eventflux.core.analyze;

import eventflux.api.EngineOptions;
import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.core.resolved.ResolvedPrinter;
import eventflux.parser.EventFluxQueryParser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A text after parser and analyser, in forms that tests compare. */
public final class Analyzed {

    private final Analysis analysis;

    private Analyzed(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A text that the parser accepts. */
    public static Analyzed of(String text) {
        return of(text, Map.of());
    }

    /** A text with syntax errors. */
    public static Analyzed damaged(String text) {
        ParseResult parsed = new EventFluxQueryParser().parse(text);
        if (parsed.isValid()) {
            throw new IllegalArgumentException("the text parses");
        }
        return new Analyzed(
                new Analyzer(TestExtensions.snapshot(), List.of(), new EventFluxQueryParser()).analyze(parsed, "app"));
    }

    /** A text under a configuration. */
    public static Analyzed of(String text, Map<String, String> configuration) {
        ParseResult parsed = new EventFluxQueryParser().parse(text);
        if (!parsed.problems().isEmpty()) {
            throw new IllegalArgumentException("the text does not parse: " + parsed.problems());
        }
        return new Analyzed(new Analyzer(
                        TestExtensions.snapshot(),
                        new EngineOptions().withSettings(configuration).configuration(),
                        new EventFluxQueryParser())
                .analyze(parsed.application(), "app"));
    }

    /** What the analyser answered. */
    public Analysis analysis() {
        return analysis;
    }

    /** The problems, each as {@code line:column code} with the suggestion behind an arrow. */
    public List<String> problems() {
        return analysis.problems().stream().map(Analyzed::text).toList();
    }

    /** The messages of the problems. */
    public List<String> messages() {
        return analysis.problems().stream().map(Problem::message).toList();
    }

    /** The whole application; fails when there is none. */
    public String app() {
        return ResolvedPrinter.print(analysis.app().orElseThrow(() -> new AssertionError(analysis.problems())));
    }

    /** The lines of the printed application that begin with a word, without it and what indents them. */
    public List<String> lines(String word) {
        return app().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    /** What is not there, sorted. */
    public List<String> missing() {
        return strings(analysis.missing());
    }

    private static List<String> strings(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.toList());
    }

    private static String text(Problem problem) {
        return problem.position().map(place -> place + " ").orElse("")
                + problem.code().code()
                + problem.suggestion().map(name -> " -> " + name).orElse("");
    }
}
