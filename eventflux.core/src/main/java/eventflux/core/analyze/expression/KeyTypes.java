package eventflux.core.analyze.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;

/** By what rows are grouped, found and told apart: by values of every type but OBJECT. */
public final class KeyTypes {

    private KeyTypes() {}

    /** Reports a key that is none; one that nothing is known of has been reported. */
    public static void require(Expr key, SourcePosition position, ProblemLog problems) {
        if (!Unresolved.is(key)) {
            require(key.type(), position, problems);
        }
    }

    /** Reports a type that keys cannot have. */
    public static void require(DataType type, SourcePosition position, ProblemLog problems) {
        if (type == DataType.OBJECT) {
            problems.report(AnalysisError.WRONG_KEY, position, "type", type);
        }
    }
}
