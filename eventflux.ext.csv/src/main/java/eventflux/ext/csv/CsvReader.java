package eventflux.ext.csv;

import eventflux.api.spi.mapper.MappingException;
import java.util.Arrays;

/**
 * Cuts a slice of bytes into records and records into fields, in place: a field is a slice of the message, or of a scratch buffer
 * when doubled quotes had to be undone. Used by one thread; nothing is allocated for a record once the arrays have grown.
 *
 * <p>A quote inside a field that does not begin with one is an ordinary character, as in {@code 5" pipe}. Empty lines are no
 * records.
 */
final class CsvReader {

    static final int MOST_FIELDS = 1000;

    private static final int INITIAL_FIELDS = 16;
    private static final int INITIAL_SCRATCH = 256;

    private final CsvDialect dialect;

    // All that follows is written by the thread that maps.
    private byte[] message = new byte[0];
    private int position;
    private int end;
    private long line; // of the next unread byte, from 1
    private long recordLine;
    private int recordStart;
    private int recordEnd;
    private int count;
    private byte[][] sources = new byte[INITIAL_FIELDS][];
    private int[] starts = new int[INITIAL_FIELDS];
    private int[] lengths = new int[INITIAL_FIELDS];
    private boolean[] quoted = new boolean[INITIAL_FIELDS];
    private byte[] scratch = new byte[INITIAL_SCRATCH];
    private int scratchUsed;

    CsvReader(CsvDialect dialect) {
        this.dialect = dialect;
    }

    /** Turns to a message whose first line has a number. */
    void open(byte[] payload, int offset, int length, long firstLine) {
        message = payload;
        position = offset;
        end = offset + length;
        line = firstLine;
        count = 0;
    }

    /**
     * Moves to the next record; false at the end of the message.
     *
     * @throws MappingException for a record that cannot be cut; the next call goes on behind it
     */
    boolean next() throws MappingException {
        skipEmptyLines();
        if (position >= end) {
            return false;
        }
        recordLine = line;
        recordStart = position;
        count = 0;
        scratchUsed = 0;
        boolean more = true;
        while (more) {
            if (count == MOST_FIELDS) {
                skipLine();
                throw failure("more than " + MOST_FIELDS + " fields");
            }
            grow();
            more = dialect.isQuoting() && position < end && message[position] == dialect.quote()
                    ? quotedField()
                    : plainField();
        }
        return true;
    }

    /** The line after the last one of the message, when everything was read. */
    long nextLine() {
        return line;
    }

    /** The number of the line on which the record begins. */
    long recordLine() {
        return recordLine;
    }

    /** Gives the record another line number; those behind it count on from there. */
    void renumber(long number) {
        line += number - recordLine;
        recordLine = number;
    }

    int fieldCount() {
        return count;
    }

    byte[] source(int field) {
        return sources[field];
    }

    int start(int field) {
        return starts[field];
    }

    int length(int field) {
        return lengths[field];
    }

    /** Whether the field stood in quotes; an empty one in quotes is an empty text, one without is missing. */
    boolean isQuoted(int field) {
        return quoted[field];
    }

    /** Whether the record's bytes are the given ones, line end excluded. */
    boolean recordEquals(byte[] bytes) {
        return Arrays.equals(message, recordStart, recordEnd, bytes, 0, bytes.length);
    }

    byte[] recordBytes() {
        return Arrays.copyOfRange(message, recordStart, recordEnd);
    }

    MappingException failure(String what) {
        return new MappingException(what, "line " + recordLine);
    }

    private void skipEmptyLines() {
        while (position < end && (message[position] == '\n' || message[position] == '\r')) {
            if (message[position++] == '\n') {
                line++;
            }
        }
    }

    private boolean plainField() {
        byte[] bytes = message;
        byte delimiter = dialect.delimiter();
        int start = position;
        int at = start;
        while (at < end && bytes[at] != delimiter && bytes[at] != '\n') {
            at++;
        }
        boolean delimited = at < end && bytes[at] == delimiter;
        int stop = !delimited && at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        add(bytes, start, stop - start, false);
        if (!delimited) {
            endRecord(at, stop);
            return false;
        }
        position = at + 1;
        return true;
    }

    private boolean quotedField() throws MappingException {
        int open = position;
        long openLine = line;
        int firstScratch = scratchUsed;
        boolean copied = false;
        int at = open + 1;
        int from = at;
        while (at < end) {
            byte b = message[at];
            if (b == '\n') {
                line++;
            } else if (b == dialect.quote()) {
                if (at + 1 >= end || message[at + 1] != dialect.quote()) {
                    break;
                }
                copyToScratch(from, ++at);
                copied = true;
                from = at + 1;
            }
            at++;
        }
        if (at >= end) {
            position = end;
            throw new MappingException("a quote that is never closed", "line " + openLine + ", field " + (count + 1));
        }
        if (copied) {
            copyToScratch(from, at);
            add(scratch, firstScratch, scratchUsed - firstScratch, true);
        } else {
            add(message, from, at - from, true);
        }
        return afterQuote(at + 1);
    }

    private boolean afterQuote(int at) throws MappingException {
        if (at < end && message[at] == dialect.delimiter()) {
            position = at + 1;
            return true;
        }
        int lineEnd = at < end && message[at] == '\r' ? at + 1 : at;
        if (lineEnd < end && message[lineEnd] != '\n') {
            position = at;
            skipLine();
            throw new MappingException("text behind a closing quote", "line " + recordLine + ", field " + count);
        }
        endRecord(lineEnd, at);
        return false;
    }

    private void endRecord(int lineEnd, int contentEnd) {
        recordEnd = contentEnd;
        position = lineEnd;
        if (position < end) {
            position++;
            line++;
        }
    }

    private void skipLine() {
        while (position < end && message[position] != '\n') {
            position++;
        }
        endRecord(position, position);
    }

    private void add(byte[] source, int start, int length, boolean inQuotes) {
        sources[count] = source;
        starts[count] = start;
        lengths[count] = length;
        quoted[count] = inQuotes;
        count++;
    }

    private void grow() {
        if (count == starts.length) {
            int size = Math.min(MOST_FIELDS, count * 2);
            sources = Arrays.copyOf(sources, size);
            starts = Arrays.copyOf(starts, size);
            lengths = Arrays.copyOf(lengths, size);
            quoted = Arrays.copyOf(quoted, size);
        }
    }

    private void copyToScratch(int from, int to) {
        int length = to - from;
        if (scratchUsed + length > scratch.length) {
            growScratch(scratchUsed + length);
        }
        System.arraycopy(message, from, scratch, scratchUsed, length);
        scratchUsed += length;
    }

    private void growScratch(int atLeast) {
        byte[] bigger = Arrays.copyOf(scratch, Math.max(atLeast, scratch.length * 2));
        for (int i = 0; i < count; i++) {
            if (sources[i] == scratch) {
                sources[i] = bigger;
            }
        }
        scratch = bigger;
    }
}
