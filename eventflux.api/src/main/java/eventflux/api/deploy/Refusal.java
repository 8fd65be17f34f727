package eventflux.api.deploy;

import eventflux.api.error.Problem;
import java.util.List;
import java.util.Objects;

/**
 * A file of the watched folder that could not be installed, updated or started as a bundle. What was installed from it before
 * stays as it was; the file is tried again when it changes.
 *
 * @param source the file
 * @param problems why, at least one
 */
public record Refusal(String source, List<Problem> problems) {

    /** Copies the list and refuses missing parts. */
    public Refusal {
        Objects.requireNonNull(source, "source");
        problems = List.copyOf(problems);
    }
}
