package eventflux.parser.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Walks the grammar's network over words to find how far they can be read, and which words could stand where they cannot.
 * The generated parser knows this only roughly, because it commits itself early.
 *
 * <p>Each rule is walked once from each word, in the manner of generalised parsing: whoever calls a rule from a word waits
 * for its ends, those known and those still to come. Nothing here recurses, so no text is too deep. It gives up after a number
 * of steps that no text of a human size needs.
 */
public final class Viability {

    private static final int STEP_LIMIT = 300_000;

    private final ATN atn;
    private final int[] types;
    private final Map<Long, Frame> frames = new LinkedHashMap<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private int farthest; // the last word that something was expected at; written by the thread that reads the text

    private Viability(ATN atn, int[] types) {
        this.atn = atn;
        this.types = types;
    }

    /**
     * What a walk found.
     *
     * @param reach the index of the first word that cannot stand where it stands; the number of words if all can
     * @param complete whether the words, or the first of them, make a whole unit
     * @param tokens the types of words that could stand there, where no rule in {@code rules} says it better
     * @param rules the rules with a name of their own that could start there
     */
    public record Outcome(int reach, boolean complete, BitSet tokens, Set<Integer> rules) {}

    /**
     * Walks.
     *
     * @param atn the grammar's network
     * @param rule the rule to start with
     * @param types the types of the words
     * @param named rules that are told as a whole and not by the words they start with
     * @return empty when it took too long
     */
    public static Optional<Outcome> of(ATN atn, int rule, int[] types, BitSet named) {
        Viability walk = new Viability(atn, types);
        Frame root = walk.frame(rule, 0);
        if (!walk.run()) {
            return Optional.empty();
        }
        BitSet tokens = new BitSet();
        Set<Integer> rules = new LinkedHashSet<>();
        walk.collect(tokens, rules, named, rule);
        return Optional.of(new Outcome(walk.farthest, !root.ends.isEmpty(), tokens, rules));
    }

    /** A rule walked from a word. */
    private static final class Frame {

        private final BitSet ends = new BitSet(); // the words behind it
        private final List<Step> callers = new ArrayList<>(); // where those who called it go on, wherever it ends
        private final Map<Integer, BitSet> expected = new HashMap<>(); // by word: the types that could stand there
        private final Map<Integer, Set<Integer>> calls = new HashMap<>(); // by word: the rules that could start there
        private final Set<Long> seen = new HashSet<>(); // the states and words that were walked
    }

    /** A place in the network and in the words. */
    private record Step(Frame frame, ATNState state, int at) {}

    private Frame frame(int rule, int start) {
        return frames.computeIfAbsent(key(rule, start), key -> {
            Frame frame = new Frame();
            open.push(new Step(frame, atn.ruleToStartState[rule], start));
            return frame;
        });
    }

    private static long key(int number, int word) {
        return (long) number << 32 | word;
    }

    private boolean run() {
        int steps = 0;
        while (!open.isEmpty()) {
            if (steps++ > STEP_LIMIT) {
                return false;
            }
            Step step = open.pop();
            if (step.frame().seen.add(key(step.state().stateNumber, step.at()))) {
                take(step);
            }
        }
        return true;
    }

    private void take(Step step) {
        ATNState state = step.state();
        if (state.getStateType() == ATNState.RULE_STOP) {
            step.frame().ends.set(step.at());
            step.frame().callers.forEach(caller -> open.push(new Step(caller.frame(), caller.state(), step.at())));
            return;
        }
        for (int i = 0; i < state.getNumberOfTransitions(); i++) {
            Transition transition = state.transition(i);
            if (transition instanceof RuleTransition call) {
                call(call, step);
            } else if (transition.isEpsilon()) {
                open.push(new Step(step.frame(), transition.target, step.at()));
            } else {
                match(transition, step.at(), step.frame());
            }
        }
    }

    private void call(RuleTransition call, Step step) {
        Frame caller = step.frame();
        caller.calls.computeIfAbsent(step.at(), key -> new LinkedHashSet<>()).add(call.ruleIndex);
        Frame callee = frame(call.ruleIndex, step.at());
        callee.callers.add(new Step(caller, call.followState, step.at()));
        callee.ends.stream().forEach(end -> open.push(new Step(caller, call.followState, end)));
    }

    private void match(Transition transition, int at, Frame frame) {
        farthest = Math.max(farthest, at);
        if (at == farthest && transition.label() != null) {
            BitSet expected = frame.expected.computeIfAbsent(at, key -> new BitSet());
            transition.label().toList().stream().filter(type -> type >= 0).forEach(expected::set);
        }
        if (at < types.length && transition.matches(types[at], Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType)) {
            boolean isEnd = types[at] == Token.EOF;
            open.push(new Step(frame, transition.target, isEnd ? at : at + 1));
        }
    }

    private void collect(BitSet tokens, Set<Integer> rules, BitSet named, int root) {
        Set<Long> seen = new HashSet<>();
        frames.forEach((key, frame) -> {
            int start = key.intValue();
            if (start < farthest || (int) (key >>> 32) == root && start == 0) {
                collect(frame, tokens, rules, named, seen);
            }
        });
    }

    private void collect(Frame frame, BitSet tokens, Set<Integer> rules, BitSet named, Set<Long> seen) {
        BitSet direct = frame.expected.get(farthest);
        if (direct != null) {
            tokens.or(direct);
        }
        for (int rule : frame.calls.getOrDefault(farthest, Set.of())) {
            if (named.get(rule)) {
                rules.add(rule);
            } else if (seen.add(key(rule, farthest))) {
                collect(frames.get(key(rule, farthest)), tokens, rules, named, seen);
            }
        }
    }
}
