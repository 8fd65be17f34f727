package eventflux.core.run;

import eventflux.core.operator.Pipeline;
import eventflux.core.row.SymbolTable;
import java.util.BitSet;

/** Takes away the symbols of a pipeline that nobody holds, when there have come to be many. Used by the thread that turns it. */
final class SymbolSweep {

    private static final int FIRST = 1 << 18;

    private final Pipeline pipeline;
    private final SymbolTable symbols;
    private int sweepAt = FIRST;

    SymbolSweep(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.symbols = pipeline.symbols();
    }

    /** No row is on its way in the pipeline, so what holds a symbol is state. */
    void afterStep() {
        if (symbols.size() > sweepAt) {
            sweep();
        }
    }

    private void sweep() {
        BitSet held = new BitSet();
        pipeline.state().forEach(unit -> unit.operators().forEach(one -> one.mark(held)));
        symbols.sweep(held);
        sweepAt = Math.max(FIRST, symbols.size() * 2);
    }
}
