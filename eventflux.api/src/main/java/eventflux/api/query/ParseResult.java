package eventflux.api.query;

import eventflux.api.error.Problem;
import java.util.List;
import java.util.Objects;

/**
 * What a text gave.
 *
 * @param application the statements that could be read
 * @param problems everything that was wrong, in the order of places
 */
public record ParseResult(Application application, List<Problem> problems) {

    /** Checks the parts and copies the lists. */
    public ParseResult {
        Objects.requireNonNull(application, "application");
        problems = List.copyOf(problems);
    }

    /** Whether the text had no errors. */
    public boolean isValid() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
