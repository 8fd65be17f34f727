package eventflux.core.analyze;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.ParseResult;
import eventflux.api.query.Statement;
import eventflux.core.analyze.problem.AnalysisError;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells problems of a text with syntax errors from what only follows from these. A statement with a syntax error was guessed at
 * in part, so that of its problems only misspelt names are sure. Elsewhere a stream or a column may be unknown because its
 * definition could not be read. A name that is unknown in several places is not misspelt: it is missing where it should be given.
 */
final class DamagedText {

    private static final Set<AnalysisError> UNKNOWN_NAMES = Set.of(
            AnalysisError.UNKNOWN_STREAM,
            AnalysisError.UNKNOWN_TABLE,
            AnalysisError.NOT_AN_AGGREGATION,
            AnalysisError.UNKNOWN_PERIOD,
            AnalysisError.UNKNOWN_COLUMN,
            AnalysisError.UNKNOWN_QUALIFIER);

    private final NavigableSet<SourcePosition> statements;
    private final Set<SourcePosition> damaged;
    private final Set<SourcePosition> mistakes;

    DamagedText(ParseResult parsed) {
        statements = Stream.concat(
                        parsed.application().statements().stream().map(Statement::position), parsed.leftOut().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        mistakes = parsed.problems().stream()
                .flatMap(problem -> problem.position().stream())
                .collect(Collectors.toSet());
        damaged = parsed.problems().stream()
                .filter(Problem::isError)
                .map(this::statement)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Those that do not merely follow from syntax errors. */
    List<Problem> sure(List<Problem> problems) {
        Map<String, Long> times =
                problems.stream().collect(Collectors.groupingBy(Problem::message, Collectors.counting()));
        return problems.stream()
                .filter(problem -> isSure(problem, times.get(problem.message()) > 1))
                .toList();
    }

    private boolean isSure(Problem problem, boolean isRepeated) {
        if (problem.code() == AnalysisError.NO_STATEMENT) {
            return false; // there is one, which could not be read
        }
        boolean isUnknownName = problem.code() instanceof AnalysisError error && UNKNOWN_NAMES.contains(error);
        boolean isDoubtful =
                isUnknownName || statement(problem).filter(damaged::contains).isPresent();
        // A word that does not belong there was read as a name.
        boolean isSaid = problem.position().filter(mistakes::contains).isPresent();
        return !isDoubtful || problem.suggestion().isPresent() && !isRepeated && !isSaid;
    }

    /** Where the statement of a problem begins. */
    private Optional<SourcePosition> statement(Problem problem) {
        return problem.position().map(statements::floor);
    }
}
