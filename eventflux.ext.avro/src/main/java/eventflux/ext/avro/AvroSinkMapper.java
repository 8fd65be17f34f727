package eventflux.ext.avro;

import eventflux.api.event.Row;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes one record a row, behind the number of its schema where one is given. */
final class AvroSinkMapper implements SinkMapper {

    private final byte[] header;
    private final RecordWriter records;
    private final GenericDatumWriter<GenericRecord> writer;
    // Written by the thread that owns the application; null before the first row.
    private BinaryEncoder encoder;

    /**
     * A mapper.
     *
     * @param header what each message begins with
     */
    AvroSinkMapper(byte[] header, Schema schema, RecordWriter records) {
        this.header = header.clone();
        this.records = records;
        this.writer = new GenericDatumWriter<>(schema, new GenericData());
    }

    /** The zero byte and the number of a schema, as clients of a registry write them. */
    static byte[] header(int id) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(id).array();
    }

    @Override
    public void map(Row row, PayloadBuffer out) {
        GenericRecord record = records.record(row).orElseThrow();
        out.write(header, 0, header.length);
        encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
        try {
            writer.write(record, encoder);
        } catch (IOException e) {
            // The buffer is memory.
            throw new UncheckedIOException(e);
        }
    }
}
