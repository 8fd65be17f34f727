package eventflux.examples.scenarios;

import eventflux.examples.scenarios.GrammarPieces.Piece;
import eventflux.examples.scenarios.GrammarPieces.Source;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.testkit.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * The texts of all scenarios with parts replaced by others that the grammar has in that place: by what stands there in another scenario, or by
 * what a walk through the network of the grammar finds. So they get past the parser far more often than {@linkplain MutatedTexts mutated ones}.
 * Each depends on its number alone.
 */
final class GrownTexts {

    private static final ATN NETWORK = EventFluxGrammar._ATN;
    private static final int DEEPEST = 5;
    // A walk that turns round and round ends.
    private static final int MOST_STEPS = 2_000;

    private final GrammarPieces pieces;

    private GrownTexts(GrammarPieces pieces) {
        this.pieces = pieces;
    }

    /** Of all scenarios in a folder. */
    static GrownTexts of(Path folder) {
        return new GrownTexts(new GrammarPieces(ScenarioFile.readAll(folder).stream()
                .flatMap(scenario -> scenario.texts().values().stream())
                .toList()));
    }

    /** The text of a number. */
    String text(long number) {
        Random random = new Random(number);
        Source source = pieces.source(random);
        String text = source.text();
        int end = text.length();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            Piece piece = source.pieces().get(random.nextInt(source.pieces().size()));
            // From the end on, so that the places of the others stay.
            if (piece.to() <= end) {
                text = text.substring(0, piece.from()) + other(piece.rule(), random) + text.substring(piece.to());
                end = piece.from();
            }
        }
        return text;
    }

    private String other(int rule, Random random) {
        return random.nextBoolean() ? pieces.of(rule, random) : new Walk(random).of(rule);
    }

    /** Goes through the network of the grammar by chance, and writes down what it reads there. */
    private final class Walk {

        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private int steps;

        Walk(Random random) {
            this.random = random;
        }

        String of(int rule) {
            go(rule, 0);
            return text.toString();
        }

        private void go(int rule, int depth) {
            ATNState state = NETWORK.ruleToStartState[rule];
            while (!(state instanceof RuleStopState) && steps < MOST_STEPS) {
                steps++;
                state = step(state.transition(random.nextInt(state.getNumberOfTransitions())), depth);
            }
        }

        private ATNState step(Transition transition, int depth) {
            if (transition instanceof RuleTransition call) {
                if (depth < DEEPEST && random.nextBoolean()) {
                    go(call.ruleIndex, depth + 1);
                } else {
                    append(pieces.of(call.ruleIndex, random));
                }
                return call.followState;
            }
            if (!transition.isEpsilon()) {
                int type =
                        transition.label().get(random.nextInt(transition.label().size()));
                append(type == Token.EOF ? "" : pieces.word(type, random));
            }
            return transition.target;
        }

        private void append(String word) {
            text.append(word).append(' ');
        }
    }
}
