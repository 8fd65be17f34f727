package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Tries words and signs that may be missing from words that cannot be read. Used by one thread. */
final class MissingWords {

    private static final BitSet INSERTABLE = TokenTypes.of(
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

    private static final BitSet COMPARISONS = TokenTypes.of(
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.NOT_EQUAL,
            EventFluxGrammar.LESS,
            EventFluxGrammar.LESS_OR_EQUAL,
            EventFluxGrammar.GREATER,
            EventFluxGrammar.GREATER_OR_EQUAL);

    private static final BitSet BEFORE_NAMES = TokenTypes.of(
            EventFluxGrammar.COMMA,
            EventFluxGrammar.ON,
            EventFluxGrammar.SET,
            EventFluxGrammar.FROM,
            EventFluxGrammar.INTO);

    private static final BitSet CLOSERS = TokenTypes.of(
            EventFluxGrammar.RIGHT_PARENTHESIS, EventFluxGrammar.RIGHT_BRACKET, EventFluxGrammar.RIGHT_BRACE);

    private final Unreadable unit;
    private final Changes changes;

    MissingWords(Unreadable unit, Changes changes) {
        this.unit = unit;
        this.changes = changes;
    }

    /** Tries words before the place and before the name in front of it, the likelier first, and the end of a statement. */
    void tryAll() {
        if (goesOnWithName(unit.culprit())) {
            insertBeforeName();
            insert();
        } else {
            insert();
            insertBeforeName();
        }
        separate();
    }

    private static boolean goesOnWithName(Token word) {
        return word.getType() == EventFluxGrammar.LEFT_PARENTHESIS || word.getType() == EventFluxGrammar.DOT;
    }

    // Words that may be missing before the place.
    private void insert() {
        BitSet candidates = (BitSet) unit.failure().tokens().clone();
        candidates.and(INSERTABLE);
        if (Keywords.isKeyword(unit.culprit().getType())) {
            // Behind these it would be taken for a name.
            candidates.clear(EventFluxGrammar.SELECT, EventFluxGrammar.YEARS + 1);
            candidates.clear(EventFluxGrammar.DOT);
            candidates.clear(EventFluxGrammar.HASH);
        }
        if (unit.at() > 1 && COMPARISONS.get(unit.tokens().get(unit.at() - 2).getType())) {
            // Two comparisons are joined rather than compared.
            candidates.clear(EventFluxGrammar.EQUAL);
            candidates.set(EventFluxGrammar.AND, unit.failure().tokens().get(EventFluxGrammar.AND));
        }
        candidates.stream().forEach(type -> insert(type, unit.at()));
    }

    private void insert(int type, int place) {
        List<Token> changed = new ArrayList<>(unit.tokens());
        changed.add(place, missing(type));
        changes.attempt(missingProblem(type, place), changed, 1);
    }

    // Words that may be missing before a name, which was read as an alias for want of them.
    private void insertBeforeName() {
        int place = unit.at() - 1;
        if (place < 1 || unit.tokens().get(place).getType() != EventFluxGrammar.IDENTIFIER) {
            return;
        }
        unit.before(place, new BitSet())
                .filter(outcome -> !takesAnyName(outcome))
                .ifPresent(outcome ->
                        outcome.tokens().stream().filter(BEFORE_NAMES::get).forEach(type -> insert(type, place)));
    }

    // Whether even these two would be taken for names.
    private static boolean takesAnyName(Viability.Outcome outcome) {
        return outcome.tokens().get(EventFluxGrammar.WHEN) && outcome.tokens().get(EventFluxGrammar.DEFINE);
    }

    // The end of the statement before the place, where the next one may start.
    private void separate() {
        if (!Repairer.mayStartStatement(unit.culprit())) {
            return;
        }
        if (unit.failure().tokens().get(EventFluxGrammar.SEMICOLON)) {
            separate(List.of(EventFluxGrammar.SEMICOLON));
        } else {
            unit.failure().tokens().stream()
                    .filter(CLOSERS::get)
                    .forEach(closer -> separate(List.of(closer, EventFluxGrammar.SEMICOLON)));
        }
    }

    private void separate(List<Integer> missing) {
        List<Token> before = new ArrayList<>(unit.tokens().subList(0, unit.at()));
        missing.forEach(type -> before.add(missing(type)));
        List<Token> behind = unit.tokens().subList(unit.at(), unit.tokens().size());
        Optional<Viability.Outcome> first = Unreadable.walk(before, unit.rule());
        Optional<Viability.Outcome> rest = Unreadable.walk(behind, EventFluxGrammar.RULE_unit);
        if (first.isPresent() && first.get().complete() && rest.isPresent()) {
            before.addAll(behind);
            int gain = rest.get().complete() ? unit.tokens().size() : rest.get().reach();
            changes.add(missingProblem(missing.get(0), unit.at()), before, gain);
        }
    }

    private Problem missingProblem(int type, int place) {
        Token before = place > 0 ? unit.tokens().get(place - 1) : unit.culprit();
        if (before.getType() == type && Keywords.isKeyword(type)) {
            // It was taken for the name that is missing.
            return Problem.of(SyntaxError.UNEXPECTED_TEXT, "found", Wording.found(before), "expected", "a name")
                    .at(unit.text().at(before));
        }
        return Problem.of(
                        SyntaxError.MISSING_TEXT,
                        "missing",
                        Wording.word(type, unit.isUpperCase()),
                        "before",
                        Wording.found(before))
                .at(unit.text().behind(before));
    }

    private Token missing(int type) {
        CommonToken token = new CommonToken(type, Wording.spelling(type, unit.isUpperCase()));
        token.setTokenIndex(-1);
        token.setStartIndex(unit.culprit().getStartIndex());
        token.setStopIndex(unit.culprit().getStartIndex());
        return token;
    }
}
