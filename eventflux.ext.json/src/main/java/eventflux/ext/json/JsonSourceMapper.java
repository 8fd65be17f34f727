package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import eventflux.api.spi.mapper.SourceMapper;
import java.io.IOException;

/**
 * Maps the values of a message: an object is a row, an array is a row for each of its elements, several values one behind the
 * other (JSON lines) are mapped each. With an enclosing element, all this holds for what is inside it.
 */
final class JsonSourceMapper implements SourceMapper {

    private final JsonFactory factory;
    private final JsonSourceOptions options;
    private final JsonRowReader rows;
    private final MappingFailures failures = new MappingFailures();

    JsonSourceMapper(JsonFactory factory, JsonSourceOptions options, JsonRowReader rows) {
        this.factory = factory;
        this.options = options;
        this.rows = rows;
    }

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        failures.clear();
        if (length > options.mostBytes()) {
            failures.add(new MappingException(
                    length + " bytes are more than max-bytes=" + options.mostBytes(), "byte " + options.mostBytes()));
        } else {
            read(payload, offset, length, out);
        }
        if (!options.ignoreErrors()) {
            failures.throwIfAny();
        }
    }

    private void read(byte[] payload, int offset, int length, RowAppender out) {
        try (JsonParser parser = factory.createParser(payload, offset, length)) {
            try {
                while (parser.nextToken() != null) {
                    enclosed(parser, 0, out);
                }
            } catch (JsonProcessingException e) {
                JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                failures.add(JsonPlace.broken(parser, e.getOriginalMessage(), location, e));
            }
        } catch (IOException e) {
            failures.add(new MappingException("not readable as text: " + e.getMessage(), "byte 0", e));
        }
    }

    /** Goes down to the enclosing element and maps what is there. */
    private void enclosed(JsonParser parser, int depth, RowAppender out) throws IOException {
        if (depth == options.enclosing().steps().size()) {
            rows(parser, out);
            return;
        }
        JsonPath.Step step = options.enclosing().steps().get(depth);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            boolean found = false;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                found |= child(parser, step.equals(new JsonPath.Property(name)), depth, out);
            }
            reportMissing(parser, found);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            boolean found = false;
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                found |= child(parser, step.equals(new JsonPath.Element(i)), depth, out);
            }
            reportMissing(parser, found);
        } else {
            reportMissing(parser, false);
        }
    }

    private boolean child(JsonParser parser, boolean isWanted, int depth, RowAppender out) throws IOException {
        if (isWanted) {
            enclosed(parser, depth + 1, out);
        } else {
            parser.skipChildren();
        }
        return isWanted;
    }

    private void reportMissing(JsonParser parser, boolean found) {
        if (!found) {
            failures.add(JsonPlace.failure(parser, "no enclosing element " + options.enclosing(), null));
        }
    }

    private void rows(JsonParser parser, RowAppender out) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            rows.read(parser, out, failures);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows.read(parser, out, failures);
        }
    }
}
