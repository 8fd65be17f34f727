package eventflux.api.deploy;

import eventflux.api.AppState;
import eventflux.api.error.Problem;
import java.util.List;
import java.util.Objects;

/**
 * One application text of an installed bundle, as it stood when it was asked for.
 *
 * @param application the application's name, or the one it would have if its text were right
 * @param bundleId the bundle that carries the text
 * @param source what to call the text in messages: its path in the bundle
 * @param text the text, empty when it could not be read
 * @param state {@link AppState#STOPPED} while the bundle is not active, {@link AppState#CREATED} while the application is being
 *     made, {@link AppState#FAILED} when the text is wrong
 * @param problems what is wrong with it, or what its author is warned of
 */
public record Deployment(
        String application, long bundleId, String source, String text, AppState state, List<Problem> problems) {

    /** Copies the list and refuses missing parts. */
    public Deployment {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(state, "state");
        problems = List.copyOf(problems);
    }

    /** Whether it does not run and will not by itself; one that waits for an extension is not broken. */
    public boolean isBroken() {
        return state == AppState.FAILED;
    }
}
