package eventflux.parser.repair;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Walks the grammar's network over words to find how far they can be read, and which words could stand where they cannot.
 * The generated parser knows this only roughly, because it commits itself early.
 *
 * <p>Each rule is walked once from each word, in the manner of Earley's recogniser; where it ends is remembered. No rule calls
 * itself on its left, so the walk ends. It gives up after a number of steps that no text of a human size needs.
 */
public final class Viability {

    private static final int STEP_LIMIT = 300_000;

    private final ATN atn;
    private final int[] types;
    private final Map<Long, Frame> frames = new HashMap<>();
    private int steps; // written by the thread that reads the text
    private int farthest; // the last word that something was expected at; the same thread

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
        if (walk.steps > STEP_LIMIT) {
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
        private final Map<Integer, BitSet> expected = new HashMap<>(); // by word: the types that could stand there
        private final Map<Integer, Set<Integer>> calls = new HashMap<>(); // by word: the rules that could start there
    }

    private Frame frame(int rule, int start) {
        long key = (long) rule << 32 | start;
        Frame known = frames.get(key);
        if (known != null) {
            return known;
        }
        Frame frame = new Frame();
        frames.put(key, frame);
        walk(atn.ruleToStartState[rule], start, frame);
        return frame;
    }

    private void walk(RuleStartState from, int start, Frame frame) {
        Deque<long[]> open = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        open.push(new long[] {from.stateNumber, start});
        while (!open.isEmpty() && steps++ <= STEP_LIMIT) {
            long[] step = open.pop();
            ATNState state = atn.states.get((int) step[0]);
            int at = (int) step[1];
            if (!seen.add(step[0] << 32 | at)) {
                continue;
            }
            if (state.getStateType() == ATNState.RULE_STOP) {
                frame.ends.set(at);
                continue;
            }
            for (int i = 0; i < state.getNumberOfTransitions(); i++) {
                follow(state.transition(i), at, frame, open);
            }
        }
    }

    private void follow(Transition transition, int at, Frame frame, Deque<long[]> open) {
        if (transition instanceof RuleTransition call) {
            frame.calls.computeIfAbsent(at, key -> new LinkedHashSet<>()).add(call.ruleIndex);
            BitSet ends = frame(call.ruleIndex, at).ends;
            for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
                open.push(new long[] {call.followState.stateNumber, end});
            }
        } else if (transition.isEpsilon()) {
            open.push(new long[] {transition.target.stateNumber, at});
        } else {
            match(transition, at, frame, open);
        }
    }

    private void match(Transition transition, int at, Frame frame, Deque<long[]> open) {
        farthest = Math.max(farthest, at);
        if (at == farthest && transition.label() != null) {
            BitSet expected = frame.expected.computeIfAbsent(at, key -> new BitSet());
            transition.label().toList().stream().filter(type -> type >= 0).forEach(expected::set);
        }
        if (at < types.length && transition.matches(types[at], Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType)) {
            boolean isEnd = types[at] == Token.EOF;
            open.push(new long[] {transition.target.stateNumber, isEnd ? at : at + 1});
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
            } else if (seen.add((long) rule << 32 | farthest)) {
                collect(frames.get((long) rule << 32 | farthest), tokens, rules, named, seen);
            }
        }
    }
}
