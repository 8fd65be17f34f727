package eventflux.ext.text;

import eventflux.api.event.Column;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.text.DecimalText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Values as text, and back by a column's declared type. */
final class Texts {

    private Texts() {}

    /** The text of a message. */
    static String decode(byte[] payload, int offset, int length) throws MappingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MappingException("the message is no UTF-8", "its bytes", e);
        }
    }

    /** Puts a text into a column; null and, but for texts, nothing are null. */
    static void set(RowAppender out, int index, String text, String place) throws MappingException {
        Column column = out.schema().column(index);
        try {
            switch (column.type()) {
                case STRING -> out.setString(index, text);
                case INT -> out.set(index, isNothing(text) ? null : Integer.valueOf(text.strip()));
                case LONG -> out.set(index, isNothing(text) ? null : Long.valueOf(text.strip()));
                case FLOAT -> out.set(index, isNothing(text) ? null : Float.valueOf(text.strip()));
                case DOUBLE -> out.set(index, isNothing(text) ? null : Double.valueOf(text.strip()));
                case BOOL -> out.set(index, isNothing(text) ? null : truth(text.strip()));
                default -> throw new MappingException("no text becomes " + column.type(), place);
            }
        } catch (IllegalArgumentException e) {
            throw new MappingException(column.name() + " is " + column.type() + ", not '" + text + "'", place, e);
        }
    }

    private static boolean isNothing(String text) {
        return text == null || text.isBlank() || text.strip().equals("null");
    }

    private static Boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    /** A value as people write it. */
    static String of(Row row, int index) {
        Object value = row.get(index);
        if (value instanceof Double number) {
            return DecimalText.of(number.doubleValue());
        }
        return value instanceof Float number ? DecimalText.of(number.floatValue()) : String.valueOf(value);
    }
}
