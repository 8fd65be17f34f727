package eventflux.core.compile;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.Stateful;
import eventflux.core.time.AppClock;
import java.util.List;

/**
 * What the queries of one pipeline share while they are compiled.
 *
 * @param extensions make windows and aggregators
 * @param code makes predicates, projections and keys
 * @param symbols the application's symbol table
 * @param context handed to compiled code
 * @param clock the application's
 * @param failures takes rows that fail
 * @param state collects what remembers
 */
record CompileScope(
        Extensions extensions,
        ExpressionCompiler code,
        SymbolTable symbols,
        EvalContext context,
        AppClock clock,
        RowFailures failures,
        List<Stateful> state) {

    /** What expressions over rows of one layout refer to. */
    Bindings bindings(RowLayout input) {
        return new Bindings(input, symbols);
    }
}
