package eventflux.parser.repair;

import eventflux.api.error.Problem;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What is wrong with a unit at one place, and words that can be read further.
 *
 * @param problem what is wrong
 * @param at the index of the first word that could not be read
 * @param tokens the unit's words after a small change
 * @param mended whether the change lets the reader go on; if not, the rest of the unit is lost
 */
public record Repair(Problem problem, int at, List<Token> tokens, boolean mended) {

    /** Copies the words. */
    public Repair {
        tokens = List.copyOf(tokens);
    }
}
