package eventflux.parser.repair;

import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The changes that are tried on words that cannot be read, and how much farther each lets them be read. Used by one thread. */
final class Changes {

    /** A change must let so many more words be read, unless it mends the unit. */
    private static final int LEAST_GAIN = 3;

    private final Unreadable unit;
    private final List<Change> changes = new ArrayList<>();

    Changes(Unreadable unit) {
        this.unit = unit;
    }

    /** Reads changed words, of which so many were added, and remembers how far that goes. */
    void attempt(Problem problem, List<Token> changed, int added) {
        Unreadable.walk(changed, unit.rule()).ifPresent(outcome -> {
            int gain = outcome.complete() ? unit.tokens().size() : outcome.reach() - added - unit.at();
            add(problem, changed, gain);
        });
    }

    /** Remembers a change that lets so many more words be read. */
    void add(Problem problem, List<Token> changed, int gain) {
        changes.add(new Change(problem, changed, gain));
    }

    /** The one that goes farthest, the first of several; empty when none goes far enough. */
    Optional<Repair> best() {
        return changes.stream()
                .filter(change -> change.gain() >= LEAST_GAIN)
                .reduce((best, other) -> other.gain() > best.gain() ? other : best)
                .map(change -> new Repair(change.problem(), unit.at(), change.tokens(), true));
    }

    private record Change(Problem problem, List<Token> tokens, int gain) {}
}
