package eventflux.core.compile.code;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.List;
import java.util.Objects;

/**
 * What the expressions of a query refer to.
 *
 * @param inputs how the rows lie in memory, by input
 * @param symbols the application's; constants that are compared with coded columns are pinned in it
 * @param aggregators by the index that expressions name them with
 * @param tests makes tests for rows of tables
 */
public record Bindings(List<RowLayout> inputs, SymbolTable symbols, List<Aggregator> aggregators, TableTests tests) {

    /** Copies the lists. */
    public Bindings {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(symbols, "symbols");
        aggregators = List.copyOf(aggregators);
        Objects.requireNonNull(tests, "tests");
    }

    /** One input and no aggregators. */
    public Bindings(RowLayout input, SymbolTable symbols) {
        this(List.of(input), symbols, List.of(), TableTests.NONE);
    }

    /** Two inputs and no aggregators. */
    public Bindings(RowLayout left, RowLayout right, SymbolTable symbols) {
        this(List.of(left, right), symbols, List.of(), TableTests.NONE);
    }

    /** The same inputs, with the aggregators of a selection. */
    public Bindings with(List<Aggregator> selected) {
        return new Bindings(inputs, symbols, selected, tests);
    }
}
