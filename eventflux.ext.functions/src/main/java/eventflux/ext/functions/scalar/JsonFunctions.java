package eventflux.ext.functions.scalar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.io.IOException;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Component;

/**
 * Functions of JSON documents that are texts. What a document does not hold, and what is not of the wanted type, is null; a text
 * that says a number is taken for it.
 */
@Component(service = FunctionLibrary.class)
public final class JsonFunctions implements FunctionLibrary {

    /** A value as text. */
    @Function(
            name = {"json:getString", "jsonValue", "json_value", "json_extract"},
            description =
                    "The value at a place of a JSON document as text, an object or array as JSON; null when there is none.",
            examples = "json:getString(body, '$.customer.name')")
    public static String getString(String document, @Prepared JsonLocation path) {
        return path.read(document, JsonLocation::text);
    }

    /** A value as INT. */
    @Function(
            name = "json:getInt",
            description = "The number at a place of a JSON document as INT, without what stands after the point.",
            examples = "json:getInt(body, '$.lines[0].pieces')")
    public static Integer getInt(String document, @Prepared JsonLocation path) {
        BigDecimal number = path.read(document, JsonFunctions::number);
        return number == null || isBeyond(number, Integer.MIN_VALUE, Integer.MAX_VALUE)
                ? null
                : (Integer) number.intValue();
    }

    /** A value as LONG. */
    @Function(
            name = "json:getLong",
            description = "The number at a place of a JSON document as LONG, without what stands after the point.",
            examples = "json:getLong(body, '$.time')")
    public static Long getLong(String document, @Prepared JsonLocation path) {
        BigDecimal number = path.read(document, JsonFunctions::number);
        return number == null || isBeyond(number, Long.MIN_VALUE, Long.MAX_VALUE) ? null : (Long) number.longValue();
    }

    /** A value as FLOAT. */
    @Function(
            name = "json:getFloat",
            description = "The number at a place of a JSON document as FLOAT.",
            examples = "json:getFloat(body, '$.weight')")
    public static Float getFloat(String document, @Prepared JsonLocation path) {
        BigDecimal number = path.read(document, JsonFunctions::number);
        return number == null ? null : (Float) number.floatValue();
    }

    /** A value as DOUBLE. */
    @Function(
            name = "json:getDouble",
            description = "The number at a place of a JSON document as DOUBLE.",
            examples = "json:getDouble(body, '$.lines[0].price')")
    public static Double getDouble(String document, @Prepared JsonLocation path) {
        BigDecimal number = path.read(document, JsonFunctions::number);
        return number == null ? null : (Double) number.doubleValue();
    }

    /** A value as BOOL. */
    @Function(
            name = "json:getBool",
            description = "The truth value at a place of a JSON document; texts 'true' and 'false' are taken for them.",
            examples = "json:getBool(body, '$.paid')")
    public static Boolean getBool(String document, @Prepared JsonLocation path) {
        String text = path.read(document, JsonLocation::text);
        if ("true".equalsIgnoreCase(text)) {
            return true;
        }
        return "false".equalsIgnoreCase(text) ? (Boolean) false : null;
    }

    /** Whether something is there. */
    @Function(
            name = {"json:isExists", "json_exists"},
            description = "Whether a JSON document holds anything but null at a place.",
            examples = "json:isExists(body, '$.discount')")
    public static boolean isExists(String document, @Prepared JsonLocation path) {
        return path.read(document, parser -> true) != null;
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        boolean isNumber = parser.currentToken().isNumeric() || parser.currentToken() == JsonToken.VALUE_STRING;
        if (!isNumber) {
            return null;
        }
        try {
            return new BigDecimal(parser.getText().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isBeyond(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0;
    }
}
