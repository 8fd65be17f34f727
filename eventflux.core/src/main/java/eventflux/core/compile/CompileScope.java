package eventflux.core.compile;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordStore;
import eventflux.core.state.UnitStates;
import eventflux.core.time.AppClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the queries of one pipeline share while they are compiled.
 *
 * @param extensions make windows and aggregators
 * @param conditions reads those of windows that come with the rows
 * @param code makes predicates, projections and keys
 * @param symbols the application's symbol table
 * @param context handed to compiled code
 * @param clock the application's
 * @param failures takes rows that fail
 * @param state collects what remembers, for the unit at hand
 * @param tables the application's
 * @param aggregations the application's
 * @param windows that several queries share, by the name of their stream
 * @param readers let queries read streams, into indexes where they stand in one
 * @param records of the present key: what operators remember beside rows and groups lies in them
 * @param route how rows of windows come to the parts of the partition that the queries stand in, if they do
 */
record CompileScope(
        Extensions extensions,
        ConditionSource conditions,
        ExpressionCompiler code,
        SymbolTable symbols,
        EvalContext context,
        AppClock clock,
        RowFailures failures,
        UnitStates.Collector state,
        TableCompiler tables,
        AggregationReaders aggregations,
        Map<String, SharedWindow> windows,
        ReaderIndexCompiler readers,
        RecordStore records,
        Optional<WindowRoute> route) {

    /** Brings the rows of a window that several queries share into a partition. */
    interface WindowRoute {

        /**
         * What stands behind a window so that a stage of the partition sees its rows in the parts that they concern.
         *
         * @param life how the rows leave that the stage is shown
         */
        Stage into(String window, Stage first, RowLife life);

        /** Whether a row of a window concerns one part only. */
        boolean hasKey(String window);

        /** What the queries around the partition share. */
        CompileScope outside();
    }

    /** Whether the queries stand in a partition, so that there are several keys. */
    boolean partitioned() {
        return route.isPresent();
    }

    /** The stage that sees the rows of a window, wherever the queries stand; {@code life} is how they leave there. */
    Stage routed(String window, Stage first, RowLife life) {
        return route.map(found -> found.into(window, first, life)).orElse(first);
    }

    /** What the queries of a partition share, whose parts have these records. */
    CompileScope inside(RecordStore parts, WindowRoute entering) {
        return new CompileScope(
                extensions,
                conditions,
                code,
                symbols,
                context,
                clock,
                failures,
                state,
                tables,
                aggregations,
                windows,
                readers,
                parts,
                Optional.of(entering));
    }

    /** The same where rows that fail go elsewhere. */
    CompileScope failingTo(RowFailures others) {
        return new CompileScope(
                extensions,
                conditions,
                code,
                symbols,
                context,
                clock,
                others,
                state,
                tables,
                aggregations,
                windows,
                readers,
                records,
                route);
    }

    /** The same for another unit. */
    CompileScope of(UnitStates.Collector unit) {
        return new CompileScope(
                extensions,
                conditions,
                code,
                symbols,
                context,
                clock,
                failures,
                unit,
                tables,
                aggregations,
                windows,
                readers,
                records,
                route);
    }

    /** What expressions over rows of one layout refer to. */
    Bindings bindings(RowLayout input) {
        return bindings(List.of(input));
    }

    /** What expressions over rows of several layouts refer to. */
    Bindings bindings(List<RowLayout> inputs) {
        return new Bindings(inputs, symbols, List.of(), tables);
    }
}
