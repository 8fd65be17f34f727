package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import eventflux.api.spi.mapper.MappingException;

/** Says where in a message something is. */
final class JsonPlace {

    private JsonPlace() {}

    /** A failure at the token at which the parser stands. */
    static MappingException failure(JsonParser parser, String what, Exception cause) {
        return new MappingException(what, place(parser.getParsingContext(), parser.currentTokenLocation()), cause);
    }

    /** A failure where the text stops being JSON. */
    static MappingException broken(JsonParser parser, String what, JsonLocation location, Exception cause) {
        return new MappingException(what, place(parser.getParsingContext(), location), cause);
    }

    private static String place(JsonStreamContext context, JsonLocation location) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + at.getCurrentName());
            }
        }
        return "$" + path + ", byte " + location.getByteOffset();
    }
}
