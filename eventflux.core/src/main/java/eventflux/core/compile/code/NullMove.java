package eventflux.core.compile.code;

import eventflux.core.compile.code.term.ColumnTerm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Null bits of one word of a source row that go into one word of the output row, moved by the same distance.
 *
 * @param sourceBit any column of the word
 * @param column any column of the output's word
 * @param shift to higher bits when positive
 * @param mask the bits in the source's word
 */
record NullMove(int sourceBit, int column, int shift, long mask) {

    /** The moves for copied columns, as few as do. */
    static List<NullMove> of(List<SlotCopy> copies) {
        Map<List<Integer>, NullMove> moves = new LinkedHashMap<>();
        for (SlotCopy copy : copies) {
            int bit = copy.source().bit();
            int shift = copy.column() % Long.SIZE - bit % Long.SIZE;
            List<Integer> words = List.of(bit / Long.SIZE, copy.column() / Long.SIZE, shift);
            NullMove move = new NullMove(bit, copy.column(), shift, 1L << bit);
            moves.merge(words, move, (a, b) -> new NullMove(a.sourceBit, a.column, a.shift, a.mask | b.mask));
        }
        return new ArrayList<>(moves.values());
    }

    /**
     * A column that is stored as it lies in the input.
     *
     * @param column of the output
     */
    record SlotCopy(int column, ColumnTerm source) {}
}
