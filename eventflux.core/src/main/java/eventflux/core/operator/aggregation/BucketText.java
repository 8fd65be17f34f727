package eventflux.core.operator.aggregation;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.agrona.collections.Int2IntHashMap;

/**
 * A bucket as a text that another process can read: what its aggregators remember and the key of its group, in Base64. Codes of texts
 * mean nothing elsewhere, so the texts go along. Used by the thread that owns the application.
 *
 * <pre>
 *   checksum of what a record is made of | for each key: 0, or 1 and its slot or text | count, then code and text of each symbol | values
 * </pre>
 */
public final class BucketText {

    private static final int NO_CODE = -1;
    private static final int GROUP_BYTES = 16;

    private final String aggregation;
    private final RecordStore records;
    private final SymbolTable symbols;
    private final RowBuilder builder;
    private final RowView row;
    private final int shape;
    private final MessageDigest digest;

    /**
     * For the buckets of one aggregation.
     *
     * @param aggregation its name
     * @param records what its buckets are, complete
     * @param keys the layout of the keys of groups
     * @param symbols the application's
     */
    public BucketText(String aggregation, RecordStore records, RowLayout keys, SymbolTable symbols) {
        this.aggregation = aggregation;
        this.records = records;
        this.symbols = symbols;
        this.builder = new RowBuilder(new RowBatch(keys), symbols);
        this.row = new RowView(keys, symbols);
        this.shape = shape(records);
        this.digest = digest();
    }

    private static int shape(RecordStore records) {
        SnapshotWriter out = new SnapshotWriter();
        records.saveShape(out);
        CRC32C checksum = new CRC32C();
        checksum.update(out.toBytes());
        return (int) checksum.getValue();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A short name of a group, other than those of all other groups, whatever a database does with texts. */
    String group(RowView keys) {
        SnapshotWriter out = new SnapshotWriter();
        writeKeys(keys, out);
        byte[] hash = digest.digest(out.toBytes());
        return HexFormat.of().formatHex(Arrays.copyOf(hash, GROUP_BYTES));
    }

    /** The bucket that is selected, of a group with these keys. */
    String write(RowView keys) {
        SnapshotWriter out = new SnapshotWriter();
        out.writeInt(shape);
        writeKeys(keys, out);
        BitSet held = new BitSet();
        records.mark(held);
        out.writeInt(held.cardinality());
        for (int code = held.nextSetBit(0); code >= 0; code = held.nextSetBit(code + 1)) {
            out.writeInt(code);
            out.writeText(symbols.decode(code));
        }
        records.saveValues(out);
        return Base64.getEncoder().encodeToString(out.toBytes());
    }

    private static void writeKeys(RowView keys, SnapshotWriter out) {
        for (int key = 0; key < keys.layout().columns(); key++) {
            out.writeInt(keys.isNull(key) ? 0 : 1);
            if (keys.isNull(key)) {
                continue;
            }
            if (keys.layout().isText(key)) {
                out.writeText(keys.getString(key));
            } else {
                out.writeLong(keys.getLong(key));
            }
        }
    }

    /** Begins to read a bucket; values follow. */
    SnapshotReader read(String text) {
        SnapshotReader in = new SnapshotReader(bytes(text));
        if (in.readInt() != shape) {
            throw unreadable("it was written by other aggregates");
        }
        return in;
    }

    private byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new EventFluxException(problem("its state is damaged"), e);
        }
    }

    private EventFluxException unreadable(String cause) {
        return new EventFluxException(problem(cause));
    }

    private Problem problem(String cause) {
        return Problem.of(AggregationError.BUCKET_UNREADABLE, "aggregation", aggregation, "cause", cause);
    }

    /** Reads the keys of the group. */
    RowView keys(SnapshotReader in) {
        builder.batch().clear();
        builder.begin(0, 0);
        builder.putAllNull();
        for (int column = 0; column < row.layout().columns(); column++) {
            if (in.readInt() == 0) {
                continue;
            }
            builder.clearNull(column);
            if (row.layout().isText(column)) {
                builder.putText(column, in.readText());
            } else {
                builder.putLong(column, in.readLong());
            }
        }
        builder.commit();
        return row.wrap(builder.batch());
    }

    /** Reads the values into the record that is selected. */
    void values(SnapshotReader in) {
        Int2IntHashMap codes = new Int2IntHashMap(NO_CODE);
        int count = in.readCount(2 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            int code = in.readInt();
            codes.put(code, symbols.code(in.readText()));
        }
        in.codes(codes::get);
        records.restoreValues(in);
    }
}
