package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventflux.core.operator.BytesKeyIndex.KeyPart;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotMismatch;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class BytesKeyIndexTest {

    private final SymbolTable symbols = new SymbolTable();
    private final RowLayout layout =
            new RowLayout(RowSheet.schema("n long", "text string", "code string"), RowSheet.coded(2));
    private final EvalContext context = new EvalContext();

    /** The three columns of a row, as compiled keys write them. */
    private static int write(RowView row, EvalContext context, UnsafeBuffer out) {
        String text = row.getString(1);
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        int length = 6 * Long.BYTES + RowLayout.align(bytes.length);
        if (length > out.capacity()) {
            out.wrap(ByteBuffer.allocateDirect(length));
        }
        out.setMemory(0, length, (byte) 0);
        out.putLong(0, row.isNull(0) ? 0 : 1);
        out.putLong(8, row.getLong(0));
        out.putLong(16, text == null ? 0 : 1);
        out.putLong(24, bytes.length);
        out.putBytes(32, bytes);
        int at = 32 + RowLayout.align(bytes.length);
        out.putLong(at, row.isNull(2) ? 0 : 1);
        out.putLong(at + 8, row.getLong(2));
        return length;
    }

    private static BytesKeyIndex index() {
        return new BytesKeyIndex(BytesKeyIndexTest::write, List.of(KeyPart.VALUE, KeyPart.TEXT, KeyPart.CODE));
    }

    private RowView row(Object... values) {
        return new RowSheet(layout, symbols).add(0, values).view(0);
    }

    @Test
    void agreesWithAMapForKeysOfAllLengths() {
        List<RowView> rows = new ArrayList<>(List.of(
                row(null, null, null),
                row(0L, null, null),
                row(null, "", null),
                row(null, null, ""),
                row(0L, "", ""),
                row(null, "é".repeat(2_000), null)));
        for (int i = 0; i < 600; i++) {
            rows.add(row((long) i / 3, "t".repeat(i % 40), i % 3 == 0 ? null : "code " + i % 3));
        }

        new KeyIndexModel(BytesKeyIndexTest::index, rows, new SplittableRandom(4)).run(50_000);
    }

    @Test
    void holdsTheSymbolsOfItsCodesWhateverTextLiesBefore() {
        BytesKeyIndex index = index();
        symbols.code("other");
        for (String text : new String[] {null, "", "a", "exactly8", "more than eight"}) {
            index.find(row(1L, text, "key"), context);
            index.insert(0);
            BitSet held = new BitSet();

            index.markKey(0, held);

            assertThat(held).isEqualTo(RowSheet.coded(symbols.code("key")));
            index.remove(0);
        }
    }

    @Test
    void holdsNoSymbolForANullCode() {
        BytesKeyIndex index = index();
        index.find(row(1L, "text", null), context);
        index.insert(0);
        BitSet held = new BitSet();

        index.markKey(0, held);

        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void refusesAKeyOfALengthThatNoKeyHas() {
        SnapshotWriter out = new SnapshotWriter();
        out.writeBytes(new UnsafeBuffer(new byte[16]), 0, 13);

        assertThatExceptionOfType(SnapshotMismatch.class)
                .isThrownBy(() -> index().restoreKey(0, new SnapshotReader(out.toBytes())));
    }
}
