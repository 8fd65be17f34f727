package eventflux.api.query;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * What a text gave.
 *
 * @param application the statements that could be read
 * @param problems everything that was wrong, in the order of places
 * @param leftOut where the statements begin that could not be read
 */
public record ParseResult(Application application, List<Problem> problems, List<SourcePosition> leftOut) {

    /** Checks the parts and copies the lists. */
    public ParseResult {
        Objects.requireNonNull(application, "application");
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }

    /** All statements could be read, or nobody asks which could not. */
    public ParseResult(Application application, List<Problem> problems) {
        this(application, problems, List.of());
    }

    /** Whether the text had no errors. */
    public boolean isValid() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
