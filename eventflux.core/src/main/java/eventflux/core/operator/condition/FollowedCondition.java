package eventflux.core.operator.condition;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Row;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.ScratchRow;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordCells;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateComponent;
import java.util.BitSet;

/**
 * A condition whose text comes with the rows: that of the row that came last holds. It is the same text for most rows, which costs
 * the comparison of two codes; a text that comes anew is read.
 *
 * <pre>
 *   record of the key:  code of the text | record of what is counted      both -1 before the first row
 * </pre>
 *
 * Used by the thread that owns the application.
 */
public final class FollowedCondition implements ChangingCondition, StateComponent {

    private static final int TEXT = 0;
    private static final int COUNTED = 1;
    private static final int CELLS = 2;
    private static final int NONE = -1;

    private final String name;
    private final RecordCells cells;
    private final ScratchRow text;
    private final KnownTexts texts;
    private final SymbolTable symbols;
    private final EvalContext context;

    /**
     * A condition.
     *
     * @param text makes a row of one coded column, the text, of a row that comes
     * @param texts makes conditions of them
     * @param state of the window
     * @param name among the components of the window
     */
    public FollowedCondition(
            ScratchRow text, ConditionTexts texts, OperatorState state, String name, EvalContext context) {
        this.name = name;
        this.cells = state.cells(CELLS);
        this.text = text;
        this.texts = new KnownTexts(texts);
        this.symbols = text.view().symbols();
        this.context = context;
        state.add(this);
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean follow(Row row) {
        RowView made = text.make((RowView) row, context);
        if (made.isNull(0)) {
            throw new EventFluxException(Problem.of(ConditionError.NO_CONDITION));
        }
        int code = made.getInt(0);
        if (code == cells.get(TEXT)) {
            return false;
        }
        TextCondition next = texts.hold(code, symbols.text(code));
        release();
        begin(code, next);
        return true;
    }

    private void begin(int code, TextCondition next) {
        cells.set(TEXT, code);
        cells.set(COUNTED, next.records().create());
    }

    // With the record of the present key selected.
    private TextCondition present() {
        TextCondition present = texts.held((int) cells.get(TEXT));
        present.records().select((int) cells.get(COUNTED));
        return present;
    }

    @Override
    public void add(Row row) {
        present().condition().add(row);
    }

    @Override
    public void remove(Row row) {
        present().condition().remove(row);
    }

    @Override
    public void clear() {
        present().condition().clear();
    }

    @Override
    public boolean test(Row row, Row first, Row last) {
        return present().condition().test(row, first, last);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void initialize() {
        cells.set(TEXT, NONE);
        cells.set(COUNTED, NONE);
    }

    private boolean holdsNone() {
        return cells.get(TEXT) == NONE;
    }

    @Override
    public void release() {
        if (holdsNone()) {
            return;
        }
        TextCondition present = present();
        present.records().remove((int) cells.get(COUNTED));
        if (present.records().size() == 0) {
            int code = (int) cells.get(TEXT);
            texts.letGo(code, symbols.text(code));
        }
        initialize();
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeLong(cells.get(TEXT));
        int block = out.beginBlock();
        if (!holdsNone()) {
            present().records().save(out);
        }
        out.endBlock(block);
    }

    /**
     * A text that nobody understands any more, since a function in it has gone, does not hold any more: the next row brings one, with which
     * the window tries its rows.
     */
    @Override
    public void restore(SnapshotReader in) {
        release();
        long code = in.readCode();
        int length = in.readInt();
        if (code == NONE) {
            return;
        }
        TextCondition next;
        try {
            next = texts.hold((int) code, symbols.text((int) code));
        } catch (EventFluxException unreadable) {
            in.skip(length);
            return;
        }
        begin((int) code, next);
        next.records().restore(in);
    }

    @Override
    public void mark(BitSet held) {
        if (!holdsNone()) {
            held.set((int) cells.get(TEXT));
            present().records().mark(held);
        }
    }
}
