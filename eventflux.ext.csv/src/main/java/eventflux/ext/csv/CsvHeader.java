package eventflux.ext.csv;

import eventflux.api.spi.mapper.MappingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A header line and the field of each column that follows from it.
 *
 * @param text the line as text
 * @param line the bytes of the line, by which the header is known when it comes again
 * @param fieldCount how many fields a record may have
 * @param fields for each column of the stream, its field
 */
record CsvHeader(String text, byte[] line, int fieldCount, int[] fields) {

    /** Reads the record at which the reader stands. */
    static CsvHeader read(CsvReader record, CsvColumns columns) throws MappingException {
        List<String> names = names(record);
        int[] fields = new int[columns.columns().size()];
        for (int i = 0; i < fields.length; i++) {
            CsvColumns.Source source = columns.columns().get(i);
            fields[i] = source.field() == CsvColumns.BY_NAME ? find(source, names, record) : source.field();
        }
        byte[] line = record.recordBytes();
        return new CsvHeader(new String(line, StandardCharsets.UTF_8), line, names.size(), fields);
    }

    private static int find(CsvColumns.Source source, List<String> names, CsvReader record) throws MappingException {
        int field = names.indexOf(source.name());
        if (field < 0) {
            throw record.failure("the header has no field \"" + source.name() + "\" for column "
                    + source.column().name() + ", it has " + names);
        }
        if (names.lastIndexOf(source.name()) != field) {
            throw record.failure("the header has the field \"" + source.name() + "\" twice");
        }
        return field;
    }

    private static List<String> names(CsvReader record) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < record.fieldCount(); i++) {
            names.add(new String(record.source(i), record.start(i), record.length(i), StandardCharsets.UTF_8).strip());
        }
        return names;
    }
}
