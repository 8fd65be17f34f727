package eventflux.parser.repair;

import eventflux.api.error.Problem;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.text.Nearness;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Tries other words, or none, for those among words that cannot be read. Used by one thread. */
final class WrongWords {

    /** A keyword for a word near to it is so likely that it needs less to speak for it. */
    private static final int NEARNESS = 1;

    /** How far behind a misspelt keyword the text may become unreadable. */
    private static final int LOOK_BACK = 3;

    /** Keywords are not looked for where they would be names. */
    private static final BitSet NAMES =
            TokenTypes.of(EventFluxGrammar.RULE_softKeyword, EventFluxGrammar.RULE_hardKeyword);

    private final Unreadable unit;
    private final Changes changes;

    WrongWords(Unreadable unit, Changes changes) {
        this.unit = unit;
        this.changes = changes;
    }

    /** Tries near keywords, a name for a keyword, and without a word that was read as a name. */
    void tryAll() {
        leaveOutName();
        quote();
        respell();
    }

    // Without a word that was read as a name: the second of {@code and and}, the operator of {@code = and}.
    private void leaveOutName() {
        int place = unit.at() - 1;
        if (place < 1) {
            return;
        }
        Token word = unit.tokens().get(place);
        if (!isDoubled(word, unit.tokens().get(place - 1)) && !isCalled(word)) {
            return;
        }
        Problem problem = Problem.of(
                        SyntaxError.UNEXPECTED_TEXT, "found", Wording.found(word), "expected", "an expression")
                .at(unit.text().at(word));
        changes.attempt(problem, unit.without(place), -2);
    }

    // Whether an operator was read as the aggregator of that name, for want of something before it.
    private boolean isCalled(Token word) {
        boolean isOperator = word.getType() == EventFluxGrammar.AND || word.getType() == EventFluxGrammar.OR;
        return isOperator && unit.failure().rules().isEmpty();
    }

    private static boolean isDoubled(Token word, Token before) {
        return word.getType() == before.getType() && Keywords.isKeyword(word.getType());
    }

    // A keyword as the name that it would be in quotes.
    private void quote() {
        if (!Keywords.isKeyword(unit.culprit().getType()) || !Repairer.isName(unit.tokens(), unit.at())) {
            return;
        }
        CommonToken name = new CommonToken(unit.culprit());
        name.setType(EventFluxGrammar.IDENTIFIER);
        Problem problem = Problem.of(SyntaxError.KEYWORD_AS_NAME, "found", Wording.found(unit.culprit()))
                .at(unit.text().at(unit.culprit()))
                .suggesting("`" + unit.culprit().getText() + "`");
        changes.attempt(problem, unit.with(unit.at(), name), -NEARNESS);
    }

    // Near keywords at the place and at the words before it, which may have been read as names.
    private void respell() {
        for (int i = unit.at(); i >= Math.max(0, unit.at() - LOOK_BACK); i--) {
            Token word = unit.tokens().get(i);
            if (word.getType() == EventFluxGrammar.IDENTIFIER || i == unit.at() && Keywords.isKeyword(word.getType())) {
                respell(i, word);
            }
        }
    }

    private void respell(int i, Token word) {
        nearKeyword(i).ifPresent(keyword -> {
            Problem problem = Problem.of(SyntaxError.MISSPELT_KEYWORD, "found", Wording.found(word))
                    .at(unit.text().at(word))
                    .suggesting(keyword);
            CommonToken corrected = new CommonToken(word);
            corrected.setType(Keywords.typeOf(keyword, word.getType()));
            corrected.setText(keyword);
            // A keyword is hardly another one.
            int added = Keywords.isKeyword(word.getType()) ? unit.tokens().size() : -NEARNESS;
            changes.attempt(problem, unit.with(i, corrected), added);
        });
    }

    // The keyword near to a word among those that could stand in its place.
    private Optional<String> nearKeyword(int i) {
        Set<String> words = new TreeSet<>();
        unit.before(i, NAMES)
                .ifPresent(outcome -> outcome.tokens().stream()
                        .filter(Keywords::isKeyword)
                        .forEach(type -> words.addAll(Keywords.words(type))));
        return Nearness.nearest(unit.tokens().get(i).getText(), words)
                .map(word -> unit.isUpperCase() ? word : word.toLowerCase(Locale.ROOT));
    }

    /** Tries without the word at the place. */
    void leaveOut() {
        if (unit.culprit().getType() != Token.EOF && unit.culprit().getType() != EventFluxGrammar.SEMICOLON) {
            changes.attempt(unexpected(), unit.without(unit.at()), -1);
        }
    }

    /** That a word stands where something else is expected, as no change says it better. */
    Problem unexpected() {
        Token culprit = unit.culprit();
        boolean isEnd = culprit.getType() == Token.EOF && unit.at() > 0;
        Problem problem = Problem.of(
                        SyntaxError.UNEXPECTED_TEXT,
                        "found",
                        Wording.found(culprit),
                        "expected",
                        Wording.expected(unit.failure(), unit.isUpperCase()))
                .at(
                        isEnd
                                ? unit.text().behind(unit.tokens().get(unit.at() - 1))
                                : unit.text().at(culprit));
        if (culprit.getType() != EventFluxGrammar.IDENTIFIER) {
            return problem;
        }
        return nearKeyword(unit.at()).map(problem::suggesting).orElse(problem);
    }
}
