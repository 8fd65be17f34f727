package eventflux.ext.avro;

import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import eventflux.api.spi.mapper.SourceMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Reads one record as one row, and an array of records as a row for each. What is not there is null. */
final class AvroSourceMapper implements SourceMapper {

    private static final int HEADER_BYTES = 5;

    private final Readers readers;
    private final Schema schema;
    private final List<ColumnPath> paths;
    private final int timestamp;
    private final int mostBytes;
    private final BytesDecoder decoder = new BytesDecoder();
    private final MappingFailures failures = new MappingFailures();

    /**
     * A mapper.
     *
     * @param readers finds who reads a message
     * @param paths the fields of each column
     * @param timestamp the column of the event's time, or -1
     */
    AvroSourceMapper(Readers readers, Schema schema, List<ColumnPath> paths, int timestamp, int mostBytes) {
        this.readers = readers;
        this.schema = schema;
        this.paths = List.copyOf(paths);
        this.timestamp = timestamp;
        this.mostBytes = mostBytes;
    }

    /** Finds the reader of a message by the number of its schema. */
    interface Readers {

        /** Whether messages begin with the number. */
        boolean haveHeader();

        /** The reader; the number is empty where messages have none. */
        MessageReader of(Optional<Integer> id) throws IOException;
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        if (length > mostBytes) {
            throw new MappingException(length + " bytes are more than max-bytes=" + mostBytes, "byte " + mostBytes);
        }
        failures.clear();
        int skipped = readers.haveHeader() ? HEADER_BYTES : 0;
        MessageReader reader = reader(payload, offset, length);
        decoder.reset(payload, offset + skipped, length - skipped);
        Object message = message(reader, offset);
        if (message instanceof Collection<?> many) {
            int at = 0;
            for (Object one : many) {
                append(one, "[" + at++ + "].", out);
            }
        } else {
            append(message, "", out);
        }
        failures.throwIfAny();
    }

    private MessageReader reader(byte[] payload, int offset, int length) throws MappingException {
        Optional<Integer> id = Optional.empty();
        if (readers.haveHeader()) {
            if (length < HEADER_BYTES || payload[offset] != 0) {
                throw new MappingException("does not begin with a zero byte and the number of a schema", "byte 0");
            }
            id = Optional.of(ByteBuffer.wrap(payload, offset + 1, Integer.BYTES).getInt());
        }
        try {
            return readers.of(id);
        } catch (IOException e) {
            throw new MappingException(
                    e.getMessage(), "schema " + id.map(String::valueOf).orElse(""), e);
        }
    }

    private Object message(MessageReader reader, int offset) throws MappingException {
        try {
            Object message = reader.read(decoder);
            if (decoder.remaining() > 0) {
                throw new MappingException(
                        decoder.remaining() + " bytes stand behind the message",
                        "byte " + (decoder.position() - offset));
            }
            return message;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new MappingException("no message of the schema: " + e, "byte " + (decoder.position() - offset), e);
        }
    }

    private void append(Object message, String prefix, RowAppender out) {
        if (!(message instanceof GenericRecord record)) {
            failures.add(new MappingException("the message is no record", prefix.isEmpty() ? "byte 0" : prefix));
            return;
        }
        Object[] row = new Object[paths.size()];
        for (int column = 0; column < row.length; column++) {
            ColumnPath path = paths.get(column);
            try {
                row[column] = MessageReader.column(record, path, schema, column);
            } catch (RuntimeException e) {
                failures.add(new MappingException(e.getMessage(), prefix + path.text(), e));
                return;
            }
        }
        if (timestamp < 0 || row[timestamp] == null) {
            out.begin();
        } else {
            out.begin((Long) row[timestamp]);
        }
        for (int column = 0; column < row.length; column++) {
            out.set(column, row[column]);
        }
        out.commit();
    }
}
