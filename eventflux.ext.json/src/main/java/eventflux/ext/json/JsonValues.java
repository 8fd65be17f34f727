package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import eventflux.api.event.DataType;
import eventflux.api.spi.mapper.MappingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts the value at which the parser stands to the type of a column. Numbers widen and never narrow; it is the value that
 * counts and not how it is written, so 3.0 and 3e0 are whole numbers.
 */
final class JsonValues {

    private static final int MOST_LONG_DIGITS = 19;
    private static final int MOST_SHOWN = 60;

    private final JsonDates dates;

    JsonValues(JsonDates dates) {
        this.dates = dates;
    }

    /** Reads a value into a column; an array or object is read to its end. */
    void read(JsonParser parser, JsonRow row, int column) throws IOException, MappingException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            row.setNull(column);
            return;
        }
        switch (row.type(column)) {
            case INT -> row.setLong(column, whole(parser, DataType.INT));
            case LONG -> row.setLong(column, longOrDate(parser, column));
            case FLOAT -> row.setFloat(column, floating(parser));
            case DOUBLE -> row.setDouble(column, doubling(parser));
            case BOOL -> row.setLong(column, bool(parser));
            case STRING -> text(parser, row, column);
            case OBJECT -> row.setObject(column, object(parser));
        }
    }

    private long longOrDate(JsonParser parser, int column) throws IOException, MappingException {
        boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
        if (!dates.isDate(column) && !(isText && dates.reads(column))) {
            return whole(parser, DataType.LONG);
        }
        if (!isText && !parser.currentToken().isNumeric()) {
            throw wrong(parser, DataType.LONG);
        }
        try {
            return dates.parseMillis(column, parser.getText());
        } catch (DateTimeException e) {
            throw JsonPlace.failure(parser, shown(parser) + " is no date of the given format", e);
        }
    }

    private static long whole(JsonParser parser, DataType type) throws IOException, MappingException {
        long value = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == NumberType.BIG_INTEGER ? exact(parser, type) : parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> exact(parser, type);
            default -> throw wrong(parser, type);
        };
        if (type == DataType.INT && value != (int) value) {
            throw wrong(parser, type);
        }
        return value;
    }

    private static long exact(JsonParser parser, DataType type) throws IOException, MappingException {
        BigDecimal value = parser.getDecimalValue().stripTrailingZeros();
        if (value.signum() == 0) {
            return 0;
        }
        if (value.scale() > 0 || (long) value.precision() - value.scale() > MOST_LONG_DIGITS) {
            throw wrong(parser, type);
        }
        BigInteger whole = value.toBigIntegerExact();
        if (whole.bitLength() >= Long.SIZE) {
            throw wrong(parser, type);
        }
        return whole.longValue();
    }

    private static float floating(JsonParser parser) throws IOException, MappingException {
        if (!parser.currentToken().isNumeric()) {
            throw wrong(parser, DataType.FLOAT);
        }
        float value = parser.getFloatValue();
        if (Float.isInfinite(value)) {
            throw wrong(parser, DataType.FLOAT);
        }
        return value;
    }

    private static double doubling(JsonParser parser) throws IOException, MappingException {
        if (!parser.currentToken().isNumeric()) {
            throw wrong(parser, DataType.DOUBLE);
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw wrong(parser, DataType.DOUBLE);
        }
        return value;
    }

    private static long bool(JsonParser parser) throws IOException, MappingException {
        if (!parser.currentToken().isBoolean()) {
            throw wrong(parser, DataType.BOOL);
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE ? 1 : 0;
    }

    private static void text(JsonParser parser, JsonRow row, int column) throws IOException, MappingException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(parser, DataType.STRING);
        }
        if (!row.setText(column, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            throw JsonPlace.failure(parser, "half a surrogate pair", null);
        }
    }

    /** As Java has it: text, Long or BigDecimal or Double, Boolean, List, Map. The parser's depth limit bounds the recursion. */
    private static Object object(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == NumberType.BIG_INTEGER
                        ? parser.getDecimalValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, Object> map(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, object(parser));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(object(parser));
        }
        return list;
    }

    private static MappingException wrong(JsonParser parser, DataType type) throws IOException {
        return JsonPlace.failure(parser, shown(parser) + " is no " + type, null);
    }

    private static String shown(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> '"' + cut(parser.getText()) + '"';
            default -> cut(parser.getText());
        };
    }

    private static String cut(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    }
}
