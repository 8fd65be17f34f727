package eventflux.parser.tree;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Dialect;
import eventflux.parser.SyntaxError;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.TokenizedText;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * The text being read, as the builders see it: places, problems, the dialect of the statement, and how deep the tree is. Used by
 * one thread.
 */
final class Reading {

    /** Levels of a tree: whoever walks it by recursion must live through it on a small stack. */
    static final int DEPTH_LIMIT = 400;

    /** What a statement may read: whoever compares each with each must come to an end. */
    static final int INPUT_LIMIT = 1_000;

    private final TokenizedText text;
    private final ProblemList problems;
    private int depth; // of the tree above the node being built; written by the thread that reads the text
    private int inputs; // of the statement being built; the same thread
    private Dialect dialect; // of the statement being built; the same thread

    Reading(TokenizedText text, ProblemList problems, Dialect dialect) {
        this.text = text;
        this.problems = problems;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    SourcePosition at(ParserRuleContext context) {
        return at(context.start, context.stop == null ? context.start : context.stop);
    }

    SourcePosition at(Token token) {
        return text.at(token);
    }

    SourcePosition at(Token start, Token stop) {
        return text.source().at(start.getStartIndex(), stop.getStopIndex());
    }

    void report(SyntaxError code, SourcePosition place, Object... namesAndValues) {
        problems.add(Problem.of(code, namesAndValues).at(place));
    }

    /** Goes down so many levels. */
    void enter(int levels, Token at) {
        depth += levels;
        if (depth > DEPTH_LIMIT) {
            throw new TooLargeException(Problem.of(SyntaxError.NESTING_TOO_DEEP, "limit", DEPTH_LIMIT)
                    .at(at(at)));
        }
    }

    /** Comes up again. */
    void leave(int levels) {
        depth -= levels;
    }

    /** Takes note of one more stream, table or event of a pattern that the statement reads. */
    void countInput(Token at) {
        inputs++;
        if (inputs > INPUT_LIMIT) {
            throw new TooLargeException(Problem.of(SyntaxError.TOO_MANY_INPUTS, "limit", INPUT_LIMIT)
                    .at(at(at)));
        }
    }

    /** Starts at the top of a statement. */
    void restart(Dialect statement) {
        depth = 0;
        inputs = 0;
        dialect = statement;
    }

    /** Ends the building of a statement whose tree nobody could walk. */
    static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        TooLargeException(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
