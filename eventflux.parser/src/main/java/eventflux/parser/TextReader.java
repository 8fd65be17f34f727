package eventflux.parser;

import eventflux.api.error.Problem;
import eventflux.api.query.Application;
import eventflux.api.query.ParseResult;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.repair.Repair;
import eventflux.parser.repair.Repairer;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.TokenizedText;
import eventflux.parser.tree.ApplicationBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads a text unit by unit. A unit that cannot be read is repaired where a small change is enough, and else left out up to
 * its semicolon, or up to a line that certainly starts a new statement. Used by one thread, for one text.
 */
final class TextReader {

    /** More mistakes in one statement than this are not worth looking for. */
    private static final int REPAIRS_PER_UNIT = 6;

    /** A statement with more words is not repaired, as that may read it many times. */
    private static final int REPAIRABLE_WORDS = 2_000;

    private final TokenizedText text;
    private final ProblemList problems;
    private final ApplicationBuilder application;
    private final UnitParser parser = new UnitParser();
    private final Repairer repairer;

    TextReader(TokenizedText text, ProblemList problems) {
        this.text = text;
        this.problems = problems;
        this.application = new ApplicationBuilder(text, problems);
        this.repairer = new Repairer(text);
    }

    ParseResult read() {
        int next = 0;
        while (text.tokens().get(next).getType() != Token.EOF && !problems.isFull()) {
            next = readUnit(next);
        }
        Application read = application.build();
        return new ParseResult(read, problems.sorted(), application.leftOut());
    }

    private int readUnit(int start) {
        Optional<UnitParser.Parsed<EventFluxGrammar.UnitContext>> unit = parser.unit(text.tokens(), start);
        if (unit.isPresent()) {
            application.add(unit.get().tree());
            return unit.get().next();
        }
        return repairUnit(start);
    }

    private int repairUnit(int start) {
        int statementEnd = endOfStatement(start);
        int broken = text.broken().nextSetBit(start);
        if (broken >= 0 && broken < statementEnd) {
            return skip(start); // said already
        }
        int end = Math.min(statementEnd, start + REPAIRABLE_WORDS);
        List<Token> tokens = new ArrayList<>(text.tokens().subList(start, end));
        tokens.add(text.tokens().get(text.tokens().size() - 1));
        for (int i = 0; i < REPAIRS_PER_UNIT; i++) {
            Optional<Repair> found = repairer.repair(tokens, EventFluxGrammar.RULE_unit);
            if (found.isEmpty() || end < statementEnd && found.get().at() >= tokens.size() - 1) {
                return giveUp(start);
            }
            Repair repair = found.get();
            if (!isOtherHalf(tokens, repair)) {
                problems.add(repair.problem());
            }
            if (!repair.mended()) {
                return skip(start);
            }
            tokens = repair.tokens();
            Optional<UnitParser.Parsed<EventFluxGrammar.UnitContext>> unit = parser.unit(tokens, 0);
            if (unit.isPresent()) {
                application.add(unit.get().tree());
                int next = resume(tokens, unit.get().next(), end);
                return next > start ? next : skip(start);
            }
        }
        return skip(start);
    }

    /** Whether a change closes the parenthesis that one before it opened: both are one mistake. */
    private static boolean isOtherHalf(List<Token> before, Repair repair) {
        long closed = added(repair.tokens(), EventFluxGrammar.RIGHT_PARENTHESIS);
        return closed > added(before, EventFluxGrammar.RIGHT_PARENTHESIS)
                && closed <= added(repair.tokens(), EventFluxGrammar.LEFT_PARENTHESIS);
    }

    private static long added(List<Token> tokens, int type) {
        return tokens.stream()
                .filter(token -> token.getTokenIndex() < 0 && token.getType() == type)
                .count();
    }

    /** The index in the text of the first word that a repaired unit left over. */
    private static int resume(List<Token> tokens, int next, int end) {
        for (int i = next; i < tokens.size(); i++) {
            int index = tokens.get(i).getTokenIndex();
            if (index >= 0) {
                return Math.min(index, end);
            }
        }
        return end;
    }

    private int giveUp(int start) {
        Token first = text.tokens().get(start);
        problems.add(Problem.of(SyntaxError.UNREADABLE_STATEMENT, "found", "'" + first.getText() + "'")
                .at(text.at(first)));
        return skip(start);
    }

    private int skip(int start) {
        application.skipped(text.tokens().get(start));
        boolean broken = text.broken().get(start);
        for (int i = start + 1; i < text.tokens().size() - 1; i++) {
            if (text.tokens().get(i - 1).getType() == EventFluxGrammar.SEMICOLON
                    || isCertainStart(i)
                    || broken && Repairer.mayStartStatement(text.tokens().get(i)) && text.isFirstOnLine(i)) {
                return i;
            }
            broken |= text.broken().get(i);
        }
        return text.tokens().size() - 1;
    }

    private boolean isCertainStart(int index) {
        int type = text.tokens().get(index).getType();
        boolean starts = type == EventFluxGrammar.CREATE
                || type == EventFluxGrammar.DEFINE
                || type == EventFluxGrammar.AT_SIGN
                || type == EventFluxGrammar.PARTITION
                        && text.tokens().get(index + 1).getType() == EventFluxGrammar.WITH;
        return starts && text.isFirstOnLine(index);
    }

    private int endOfStatement(int start) {
        int last = text.tokens().size() - 1;
        for (int i = start; i < last; i++) {
            if (text.tokens().get(i).getType() == EventFluxGrammar.SEMICOLON) {
                return i + 1;
            }
        }
        return last;
    }
}
