package eventflux.testkit.scenario;

import eventflux.api.Event;
import eventflux.api.InputHandler;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.DataType;
import eventflux.api.event.Dictionary;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.List;

/** Sends events of one time by columns. Every second column of texts goes as places in a dictionary. */
final class ColumnBatch {

    private final InputHandler input;
    private final List<Event> events;

    ColumnBatch(InputHandler input, List<Event> events) {
        this.input = input;
        this.events = events;
    }

    /** Whether all values are of their columns' types: what is wrong can be sent as events only. */
    boolean isPossible() {
        Schema schema = input.schema();
        return events.stream()
                .allMatch(event -> event.data().length == schema.size()
                        && schema.columns().stream()
                                .allMatch(column ->
                                        fits(event.data(schema.columns().indexOf(column)), column.type())));
    }

    private static boolean fits(Object value, DataType type) {
        return value == null
                || switch (type) {
                    case INT -> value instanceof Integer;
                    case LONG -> value instanceof Long;
                    case FLOAT -> value instanceof Float;
                    case DOUBLE -> value instanceof Double;
                    case BOOL -> value instanceof Boolean;
                    case STRING -> value instanceof String;
                    case OBJECT -> true;
                };
    }

    void send() {
        ColumnAppender columns =
                input.columnAppender().begin(events.size(), events.get(0).timestamp());
        for (int i = 0; i < input.schema().size(); i++) {
            set(columns, i);
        }
        columns.send();
    }

    private void set(ColumnAppender columns, int column) {
        switch (input.schema().column(column).type()) {
            case INT -> columns.setInts(column, ints(column), 0);
            case LONG -> columns.setLongs(column, longs(column), 0);
            case FLOAT -> columns.setFloats(column, floats(column), 0);
            case DOUBLE -> columns.setDoubles(column, doubles(column), 0);
            case BOOL -> columns.setBooleans(column, booleans(column), 0);
            case STRING -> {
                setTexts(columns, column);
                return;
            }
            case OBJECT -> {
                columns.setObjects(column, values(column), 0);
                return;
            }
        }
        columns.setNulls(column, nulls(column), 0);
    }

    private void setTexts(ColumnAppender columns, int column) {
        String[] texts = new String[events.size()];
        int[] places = new int[texts.length];
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (String) events.get(i).data(column);
            if (texts[i] != null && !words.contains(texts[i])) {
                words.add(texts[i]);
            }
            places[i] = words.indexOf(texts[i]);
        }
        if (column % 2 == 0) {
            columns.setStrings(column, Dictionary.of(words), places, 0);
        } else {
            columns.setStrings(column, texts, 0);
        }
    }

    private Object[] values(int column) {
        return events.stream().map(event -> event.data(column)).toArray();
    }

    private boolean[] nulls(int column) {
        boolean[] nulls = new boolean[events.size()];
        for (int i = 0; i < nulls.length; i++) {
            nulls[i] = events.get(i).data(column) == null;
        }
        return nulls;
    }

    private int[] ints(int column) {
        return events.stream()
                .mapToInt(event -> number(event, column).intValue())
                .toArray();
    }

    private long[] longs(int column) {
        return events.stream()
                .mapToLong(event -> number(event, column).longValue())
                .toArray();
    }

    private double[] doubles(int column) {
        return events.stream()
                .mapToDouble(event -> number(event, column).doubleValue())
                .toArray();
    }

    private float[] floats(int column) {
        float[] values = new float[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(events.get(i), column).floatValue();
        }
        return values;
    }

    private static Number number(Event event, int column) {
        Object value = event.data(column);
        return value == null ? 0 : (Number) value;
    }

    private boolean[] booleans(int column) {
        boolean[] values = new boolean[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Boolean.TRUE.equals(events.get(i).data(column));
        }
        return values;
    }
}
