package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.text.TokenizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Says what is wrong with a unit that cannot be read, and tries small changes: a keyword instead of a word near to it, a
 * missing sign put in, a superfluous word left out. The change that makes the unit readable, or readable much further, names
 * the mistake; trying is the only way to tell a misspelt keyword from an alias. Used by one thread, for one text.
 */
public final class Repairer {

    /** A change must let so many more words be read, unless it mends the unit. */
    private static final int LEAST_GAIN = 3;

    /** A keyword for a word near to it is so likely that it needs less to speak for it. */
    private static final int NEARNESS = 1;

    /** How far behind a misspelt keyword the text may become unreadable. */
    private static final int LOOK_BACK = 3;

    private static final BitSet INSERTABLE = types(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.RIGHT_PARENTHESIS,
            EventFluxGrammar.RIGHT_BRACKET,
            EventFluxGrammar.RIGHT_BRACE,
            EventFluxGrammar.LEFT_PARENTHESIS,
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.ARROW,
            EventFluxGrammar.DOT,
            EventFluxGrammar.HASH,
            EventFluxGrammar.SELECT,
            EventFluxGrammar.FROM,
            EventFluxGrammar.INTO,
            EventFluxGrammar.BY,
            EventFluxGrammar.ON,
            EventFluxGrammar.AS,
            EventFluxGrammar.OF,
            EventFluxGrammar.WITH,
            EventFluxGrammar.JOIN,
            EventFluxGrammar.BEGIN,
            EventFluxGrammar.EVERY,
            EventFluxGrammar.AGGREGATE);

    private static final BitSet COMPARISONS = types(
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.NOT_EQUAL,
            EventFluxGrammar.LESS,
            EventFluxGrammar.LESS_OR_EQUAL,
            EventFluxGrammar.GREATER,
            EventFluxGrammar.GREATER_OR_EQUAL);

    private static final BitSet STARTERS = types(
            EventFluxGrammar.AT_SIGN,
            EventFluxGrammar.CREATE,
            EventFluxGrammar.DEFINE,
            EventFluxGrammar.FROM,
            EventFluxGrammar.SELECT,
            EventFluxGrammar.INSERT,
            EventFluxGrammar.UPDATE,
            EventFluxGrammar.DELETE,
            EventFluxGrammar.UPSERT,
            EventFluxGrammar.PARTITION,
            EventFluxGrammar.WITH,
            EventFluxGrammar.STREAM,
            EventFluxGrammar.TABLE,
            EventFluxGrammar.WINDOW,
            EventFluxGrammar.TRIGGER,
            EventFluxGrammar.FUNCTION,
            EventFluxGrammar.AGGREGATION);

    /** What no clause has behind its first keyword. */
    private static final BitSet BEHIND_VALUES = types(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.RIGHT_PARENTHESIS,
            EventFluxGrammar.RIGHT_BRACKET,
            EventFluxGrammar.AS,
            EventFluxGrammar.IS,
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.NOT_EQUAL,
            EventFluxGrammar.LESS,
            EventFluxGrammar.LESS_OR_EQUAL,
            EventFluxGrammar.GREATER,
            EventFluxGrammar.GREATER_OR_EQUAL,
            EventFluxGrammar.PLUS,
            EventFluxGrammar.STAR,
            EventFluxGrammar.SLASH,
            EventFluxGrammar.PERCENT,
            EventFluxGrammar.AND,
            EventFluxGrammar.OR,
            EventFluxGrammar.FROM,
            EventFluxGrammar.INSERT,
            EventFluxGrammar.GROUP,
            EventFluxGrammar.HAVING,
            EventFluxGrammar.ORDER,
            EventFluxGrammar.LIMIT);

    /** Keywords are not looked for where they would be names. */
    private static final BitSet NAMES = types(EventFluxGrammar.RULE_softKeyword, EventFluxGrammar.RULE_hardKeyword);

    private static final BitSet BEFORE_NAMES = types(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.ON,
            EventFluxGrammar.SET,
            EventFluxGrammar.FROM,
            EventFluxGrammar.INTO);

    private static final BitSet CLOSERS =
            types(EventFluxGrammar.RIGHT_PARENTHESIS, EventFluxGrammar.RIGHT_BRACKET, EventFluxGrammar.RIGHT_BRACE);

    private final TokenizedText text;
    private final BitSet named = Wording.namedRules();

    /**
     * A repairer for one text.
     *
     * @param text where places are found
     */
    public Repairer(TokenizedText text) {
        this.text = text;
    }

    /**
     * Finds the first mistake.
     *
     * @param tokens words that cannot be read, ending with the end of the text or cut off somewhere behind the mistake
     * @param rule what they should be
     * @return empty when finding it would take too long
     */
    public Optional<Repair> repair(List<Token> tokens, int rule) {
        return walk(types(tokens), rule).map(failure -> new Attempt(tokens, rule, failure).best());
    }

    /** Whether a statement may start with a word. */
    public static boolean mayStartStatement(Token word) {
        return word.getType() != Token.EOF && STARTERS.get(word.getType());
    }

    /** Whether what stands behind a word can only stand behind a value or a name. */
    static boolean isName(List<Token> tokens, int at) {
        int next = at + 1 < tokens.size() ? tokens.get(at + 1).getType() : Token.EOF;
        return next != Token.EOF && BEHIND_VALUES.get(next);
    }

    private Optional<Viability.Outcome> walk(int[] types, int rule) {
        return Viability.of(EventFluxGrammar._ATN, rule, types, named);
    }

    private static int[] types(List<Token> tokens) {
        return tokens.stream().mapToInt(Token::getType).toArray();
    }

    private static BitSet types(int... types) {
        BitSet set = new BitSet();
        for (int type : types) {
            set.set(type);
        }
        return set;
    }

    /** One change and how far it lets the words be read. */
    private record Change(Problem problem, List<Token> tokens, int gain) {}

    /** The changes to one list of words that cannot be read. */
    private final class Attempt {

        private final List<Token> tokens;
        private final int rule;
        private final Viability.Outcome failure;
        private final int at;
        private final Token culprit;
        private final boolean upperCase;
        private final List<Change> changes = new ArrayList<>();

        Attempt(List<Token> tokens, int rule, Viability.Outcome failure) {
            this.tokens = tokens;
            this.rule = rule;
            this.failure = failure;
            this.at = Math.min(failure.reach(), tokens.size() - 1);
            this.culprit = tokens.get(at);
            this.upperCase = tokens.stream()
                    .filter(token -> Keywords.isKeyword(token.getType()))
                    .findFirst()
                    .map(token -> token.getText().equals(Wording.spelling(token.getType(), true)))
                    .orElse(false);
        }

        Repair best() {
            return new Habits(text, tokens, at)
                    .problem()
                    .map(habit -> new Repair(habit, at, tokens, false))
                    .orElseGet(this::bestChange);
        }

        private Repair bestChange() {
            leaveOutName();
            quote();
            respell();
            if (goesOnWithName(culprit)) {
                insertBeforeName();
                insert();
            } else {
                insert();
                insertBeforeName();
            }
            separate();
            leaveOut();
            return changes.stream()
                    .filter(change -> change.gain() >= LEAST_GAIN)
                    .reduce((best, other) -> other.gain() > best.gain() ? other : best)
                    .map(change -> new Repair(change.problem(), at, change.tokens(), true))
                    .orElseGet(() -> new Repair(unexpected(), at, tokens, false));
        }

        private Problem unexpected() {
            Problem problem = Problem.of(
                            SyntaxError.UNEXPECTED_TEXT,
                            "found",
                            Wording.found(culprit),
                            "expected",
                            Wording.expected(failure, upperCase))
                    .at(culprit.getType() == Token.EOF && at > 0 ? text.behind(tokens.get(at - 1)) : text.at(culprit));
            if (culprit.getType() != EventFluxGrammar.IDENTIFIER) {
                return problem;
            }
            return nearKeyword(at).map(problem::suggesting).orElse(problem);
        }

        /** Tries a keyword as the name that it would be in quotes. */
        private void quote() {
            if (!Keywords.isKeyword(culprit.getType()) || !isName(tokens, at)) {
                return;
            }
            CommonToken name = new CommonToken(culprit);
            name.setType(EventFluxGrammar.IDENTIFIER);
            List<Token> changed = new ArrayList<>(tokens);
            changed.set(at, name);
            Problem problem = Problem.of(SyntaxError.KEYWORD_AS_NAME, "found", Wording.found(culprit))
                    .at(text.at(culprit))
                    .suggesting("`" + culprit.getText() + "`");
            attempt(problem, changed, -NEARNESS);
        }

        /** Tries near keywords at the place and at the words before it, which may have been read as names. */
        private void respell() {
            for (int i = at; i >= Math.max(0, at - LOOK_BACK); i--) {
                Token word = tokens.get(i);
                if (word.getType() == EventFluxGrammar.IDENTIFIER || i == at && Keywords.isKeyword(word.getType())) {
                    respell(i, word);
                }
            }
        }

        private void respell(int i, Token word) {
            nearKeyword(i).ifPresent(keyword -> {
                Problem problem = Problem.of(SyntaxError.MISSPELT_KEYWORD, "found", Wording.found(word))
                        .at(text.at(word))
                        .suggesting(keyword);
                CommonToken corrected = new CommonToken(word);
                corrected.setType(Keywords.typeOf(keyword, word.getType()));
                corrected.setText(keyword);
                List<Token> changed = new ArrayList<>(tokens);
                changed.set(i, corrected);
                // A keyword is hardly another one.
                attempt(problem, changed, Keywords.isKeyword(word.getType()) ? tokens.size() : -NEARNESS);
            });
        }

        /** The keyword near to a word among those that could stand in its place. */
        private Optional<String> nearKeyword(int i) {
            Set<String> words = new TreeSet<>();
            Viability.of(EventFluxGrammar._ATN, rule, types(tokens.subList(0, i)), NAMES)
                    .ifPresent(outcome -> outcome.tokens().stream()
                            .filter(Keywords::isKeyword)
                            .forEach(type -> words.addAll(Keywords.words(type))));
            return Nearness.nearest(tokens.get(i).getText(), words)
                    .map(word -> upperCase ? word : word.toLowerCase(Locale.ROOT));
        }

        /** Tries words that may be missing before the place. */
        private void insert() {
            BitSet candidates = (BitSet) failure.tokens().clone();
            candidates.and(INSERTABLE);
            if (Keywords.isKeyword(culprit.getType())) {
                // Behind these it would be taken for a name.
                candidates.clear(EventFluxGrammar.SELECT, EventFluxGrammar.YEARS + 1);
                candidates.clear(EventFluxGrammar.DOT);
                candidates.clear(EventFluxGrammar.HASH);
            }
            if (at > 1 && COMPARISONS.get(tokens.get(at - 2).getType())) {
                // Two comparisons are joined rather than compared.
                candidates.clear(EventFluxGrammar.EQUAL);
                candidates.set(EventFluxGrammar.AND, failure.tokens().get(EventFluxGrammar.AND));
            }
            candidates.stream().forEach(type -> insert(type, at));
        }

        private void insert(int type, int place) {
            List<Token> changed = new ArrayList<>(tokens);
            changed.add(place, missing(type));
            attempt(missingProblem(type, place), changed, 1);
        }

        private static boolean goesOnWithName(Token word) {
            return word.getType() == EventFluxGrammar.LEFT_PARENTHESIS || word.getType() == EventFluxGrammar.DOT;
        }

        /** Tries words that may be missing before a name, which was read as an alias for want of them. */
        private void insertBeforeName() {
            int place = at - 1;
            if (place < 1 || tokens.get(place).getType() != EventFluxGrammar.IDENTIFIER) {
                return;
            }
            Viability.of(EventFluxGrammar._ATN, rule, types(tokens.subList(0, place)), new BitSet())
                    .filter(outcome -> !takesAnyName(outcome))
                    .ifPresent(outcome ->
                            outcome.tokens().stream().filter(BEFORE_NAMES::get).forEach(type -> insert(type, place)));
        }

        /** Whether even these two would be taken for names. */
        private static boolean takesAnyName(Viability.Outcome outcome) {
            return outcome.tokens().get(EventFluxGrammar.WHEN)
                    && outcome.tokens().get(EventFluxGrammar.DEFINE);
        }

        /** Tries to end the statement before the place, where the next one may start. */
        private void separate() {
            if (!mayStartStatement(culprit)) {
                return;
            }
            if (failure.tokens().get(EventFluxGrammar.SEMICOLON)) {
                separate(List.of(EventFluxGrammar.SEMICOLON));
            } else {
                failure.tokens().stream()
                        .filter(CLOSERS::get)
                        .forEach(closer -> separate(List.of(closer, EventFluxGrammar.SEMICOLON)));
            }
        }

        private void separate(List<Integer> missing) {
            List<Token> before = new ArrayList<>(tokens.subList(0, at));
            missing.forEach(type -> before.add(missing(type)));
            Optional<Viability.Outcome> first = walk(types(before), rule);
            Optional<Viability.Outcome> rest =
                    walk(types(tokens.subList(at, tokens.size())), EventFluxGrammar.RULE_unit);
            if (first.isPresent() && first.get().complete() && rest.isPresent()) {
                before.addAll(tokens.subList(at, tokens.size()));
                int gain = rest.get().complete() ? tokens.size() : rest.get().reach();
                changes.add(new Change(missingProblem(missing.get(0), at), before, gain));
            }
        }

        /** Tries without a word that was read as a name: the second of {@code and and}, the operator of {@code = and}. */
        private void leaveOutName() {
            if (at < 2 || !isDoubled(tokens.get(at - 1), tokens.get(at - 2)) && !isCalled(tokens.get(at - 1))) {
                return;
            }
            Token word = tokens.get(at - 1);
            List<Token> changed = new ArrayList<>(tokens);
            changed.remove(at - 1);
            Problem problem = Problem.of(
                            SyntaxError.UNEXPECTED_TEXT, "found", Wording.found(word), "expected", "an expression")
                    .at(text.at(word));
            attempt(problem, changed, -2);
        }

        /** Whether an operator was read as the aggregator of that name, for want of something before it. */
        private boolean isCalled(Token word) {
            boolean isOperator = word.getType() == EventFluxGrammar.AND || word.getType() == EventFluxGrammar.OR;
            return isOperator && failure.rules().isEmpty();
        }

        private static boolean isDoubled(Token word, Token before) {
            return word.getType() == before.getType() && Keywords.isKeyword(word.getType());
        }

        /** Tries without the word at the place. */
        private void leaveOut() {
            if (culprit.getType() == Token.EOF || culprit.getType() == EventFluxGrammar.SEMICOLON) {
                return;
            }
            List<Token> changed = new ArrayList<>(tokens);
            changed.remove(at);
            attempt(unexpected(), changed, -1);
        }

        private void attempt(Problem problem, List<Token> changed, int added) {
            walk(types(changed), rule).ifPresent(outcome -> {
                int gain = outcome.complete() ? tokens.size() : outcome.reach() - added - at;
                changes.add(new Change(problem, changed, gain));
            });
        }

        private Problem missingProblem(int type, int place) {
            Token before = place > 0 ? tokens.get(place - 1) : culprit;
            if (before.getType() == type && Keywords.isKeyword(type)) {
                // It was taken for the name that is missing.
                return Problem.of(SyntaxError.UNEXPECTED_TEXT, "found", Wording.found(before), "expected", "a name")
                        .at(text.at(before));
            }
            return Problem.of(
                            SyntaxError.MISSING_TEXT,
                            "missing",
                            Wording.word(type, upperCase),
                            "before",
                            Wording.found(before))
                    .at(text.behind(before));
        }

        private Token missing(int type) {
            CommonToken token = new CommonToken(type, Wording.spelling(type, upperCase));
            token.setTokenIndex(-1);
            token.setStartIndex(culprit.getStartIndex());
            token.setStopIndex(culprit.getStartIndex());
            return token;
        }
    }
}
