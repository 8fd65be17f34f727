package eventflux.core.row;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.agrona.UnsafeApi;

/** Rows of one layout, written from boxed values and read back; for tests. */
public final class RowSheet {

    private final RowLayout layout;
    private final SymbolTable symbols;
    private final RowBatch batch;
    private final RowBuilder builder;

    public RowSheet(RowLayout layout, SymbolTable symbols) {
        this.layout = layout;
        this.symbols = symbols;
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
    }

    public RowSheet(Schema schema) {
        this(new RowLayout(schema), new SymbolTable());
    }

    /** A schema from {@code name type} pairs. */
    public static Schema schema(String... columns) {
        return new Schema(Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(parts -> new Column(parts[0], DataType.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT))))
                .toList());
    }

    public static BitSet coded(int... columns) {
        BitSet coded = new BitSet();
        Arrays.stream(columns).forEach(coded::set);
        return coded;
    }

    public RowSheet add(long timestamp, Object... values) {
        builder.begin(timestamp, 0);
        for (int column = 0; column < values.length; column++) {
            put(builder, column, values[column]);
        }
        builder.commit();
        return this;
    }

    public static void put(RowBuilder out, int column, Object value) {
        if (value == null) {
            out.putNull(column);
        } else if (value instanceof String text) {
            out.putText(column, text);
        } else if (value instanceof Double number) {
            out.putDouble(column, number);
        } else if (value instanceof Float number) {
            out.putFloat(column, number);
        } else if (value instanceof Boolean truth) {
            out.putLong(column, truth ? 1 : 0);
        } else {
            out.putLong(column, ((Number) value).longValue());
        }
    }

    public RowLayout layout() {
        return layout;
    }

    public SymbolTable symbols() {
        return symbols;
    }

    public RowBatch batch() {
        return batch;
    }

    public RowBuilder builder() {
        return builder;
    }

    public RowRun run() {
        return new RowRun().wrap(batch);
    }

    /** A cursor of its own on the nth row. */
    public RowView view(int row) {
        return view(run(), row);
    }

    private RowView view(RowRun run, int row) {
        long at = run.begin();
        for (int i = 0; i < row; i++) {
            at += RowLayout.length(at);
        }
        return new RowView(layout, symbols).wrap(batch).wrap(at);
    }

    public RowView last() {
        return view(batch.count() - 1);
    }

    /** The rows of a run of this layout, each as {@code @time[values]}, with {@code -} before those that have left. */
    public List<String> texts(RowRun run) {
        return texts(run, layout, symbols);
    }

    public static List<String> texts(RowRun run, RowLayout layout, SymbolTable symbols) {
        List<String> texts = new ArrayList<>();
        RowView row = new RowView(layout, symbols);
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            texts.add(((row.flags() & RowLayout.EXPIRED_FLAG) != 0 ? "-" : "") + row);
        }
        return texts;
    }

    /** The bytes of the nth row. */
    public byte[] bytes(int row) {
        RowView view = view(row);
        byte[] bytes = new byte[view.length()];
        UnsafeApi.copyMemory(null, view.address(), bytes, UnsafeApi.arrayBaseOffset(byte[].class), bytes.length);
        return bytes;
    }
}
