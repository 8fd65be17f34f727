package eventflux.examples.scenarios.random;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement, or several with something around them.
 *
 * @param open what stands before
 * @param statements what can be left out one by one
 * @param close what stands behind
 */
record Part(Both open, List<Statement> statements, Both close) {

    private static final Both NOTHING = Both.same("");

    Part {
        statements = List.copyOf(statements);
    }

    static Part of(Statement statement) {
        return new Part(NOTHING, List.of(statement), NOTHING);
    }

    Part with(List<Statement> others) {
        return new Part(open, others, close);
    }

    String text(Dialect dialect, boolean isRewritten) {
        return statements.stream()
                .map(statement -> statement.text(isRewritten).in(dialect) + ";\n")
                .collect(Collectors.joining("", open.in(dialect), close.in(dialect)));
    }

    /**
     * One statement.
     *
     * @param text as it is
     * @param rewritten otherwise, with the same meaning, if there is such a way
     */
    record Statement(Both text, Optional<Both> rewritten) {

        static Statement of(Both text) {
            return new Statement(text, Optional.empty());
        }

        private Both text(boolean isRewritten) {
            return isRewritten ? rewritten.orElse(text) : text;
        }
    }
}
