package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.MappingFailures;
import java.io.IOException;

/**
 * Reads one JSON value as one row. A value of the wrong type costs its row only: the text is read on to the end of the row. Used
 * by the thread that maps.
 */
final class JsonRowReader {

    private final PathNode paths;
    private final JsonValues values;
    private final JsonRow row;
    private final int timestampColumn;

    // Written by the thread that maps; null while the row is good.
    private MappingException failure;

    JsonRowReader(PathNode paths, JsonValues values, JsonRow row, int timestampColumn) {
        this.paths = paths;
        this.values = values;
        this.row = row;
        this.timestampColumn = timestampColumn;
    }

    /** Reads the value at which the parser stands, to its end. */
    void read(JsonParser parser, RowAppender out, MappingFailures failures) throws IOException {
        row.clear();
        failure = null;
        if (!parser.currentToken().isStructStart() && paths.columns().isEmpty()) {
            failure = JsonPlace.failure(parser, "a single value where an object was expected", null);
        } else {
            visit(parser, paths);
        }
        if (failure == null && timestampColumn >= 0 && row.isNull(timestampColumn)) {
            failure = JsonPlace.failure(parser, "the time of the event is missing", null);
        }
        if (failure == null) {
            row.appendTo(out, timestampColumn);
        } else {
            failures.add(failure);
        }
    }

    private void visit(JsonParser parser, PathNode node) throws IOException {
        if (node == null || failure != null) {
            parser.skipChildren();
        } else if (!node.columns().isEmpty()) {
            takeValue(parser, node);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            visitObject(parser, node);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            visitArray(parser, node);
        }
    }

    private void visitObject(JsonParser parser, PathNode node) throws IOException {
        int place = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            PathNode inside = node.property(name, place++);
            parser.nextToken();
            visit(parser, inside);
        }
    }

    private void visitArray(JsonParser parser, PathNode node) throws IOException {
        if (!node.hasElements()) {
            parser.skipChildren();
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            visit(parser, node.element(i));
        }
    }

    private void takeValue(JsonParser parser, PathNode node) throws IOException {
        try {
            int first = node.columns().get(0);
            if (node.columns().size() > 1 && parser.currentToken().isStructStart()) {
                throw JsonPlace.failure(parser, "an object or array that several columns take", null);
            }
            values.read(parser, row, first);
            for (int i = 1; i < node.columns().size(); i++) {
                values.read(parser, row, node.columns().get(i));
            }
        } catch (MappingException e) {
            failure = e;
            parser.skipChildren();
        }
    }
}
