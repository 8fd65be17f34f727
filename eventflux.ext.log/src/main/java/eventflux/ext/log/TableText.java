package eventflux.ext.log;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;

/**
 * A table: numbers aligned at their point, texts at their beginning. A column is as wide as its widest value so far, so that the
 * text of a row depends on the rows before it and never on when they come. Used by the thread that owns the application.
 */
final class TableText implements RowText {

    private static final String GAP = "  ";
    private static final int TIME_WIDTH = 24;

    private final String[] names;
    private final Shape[] shapes;
    private final CellText cells;
    private final boolean isTimed;
    private final StringBuilder cell = new StringBuilder(); // written by the thread that owns the application

    TableText(Schema schema, CellText cells, boolean isTimed) {
        this.names = schema.names().toArray(new String[0]);
        this.cells = cells;
        this.isTimed = isTimed;
        this.shapes = new Shape[names.length];
        for (int i = 0; i < names.length; i++) {
            shapes[i] = Shape.of(cells.printedType(i), names[i], cells.decimals());
        }
    }

    @Override
    public void appendHeader(StringBuilder out) {
        if (isTimed) {
            pad(out.append("time"), TIME_WIDTH - "time".length());
            out.append(GAP);
        }
        for (int i = 0; i < names.length; i++) {
            cell.setLength(0);
            cell.append(names[i]);
            shapes[i].appendName(out.append(i == 0 ? "" : GAP), cell);
        }
        trim(out);
    }

    @Override
    public void append(StringBuilder out, Row row) {
        if (isTimed) {
            cells.appendTime(out, row);
            out.append(GAP);
        }
        for (int i = 0; i < names.length; i++) {
            cell.setLength(0);
            cells.append(cell, row, i);
            shapes[i].append(out.append(i == 0 ? "" : GAP), cell);
        }
        trim(out);
    }

    private static void pad(StringBuilder out, int count) {
        for (int i = 0; i < count; i++) {
            out.append(' ');
        }
    }

    private static void trim(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }

    /** The widths of a column, which only grow. Used by the thread that owns the application. */
    private static final class Shape {

        /** A longer text does not widen its column: one of them would push all others off the screen. */
        private static final int WIDEST_TEXT = 40;

        private final boolean isNumber;
        private int before; // up to the point; for a text, all of it
        private int after; // from the point on

        private Shape(boolean isNumber, int before, int after) {
            this.isNumber = isNumber;
            this.before = before;
            this.after = after;
        }

        static Shape of(DataType type, String name, int decimals) {
            int length = name.length();
            return switch (type) {
                case INT -> new Shape(true, Math.max(4, length), 0);
                case LONG -> new Shape(true, Math.max(6, length), 0);
                case FLOAT, DOUBLE -> decimal(length, decimals);
                case BOOL -> new Shape(false, Math.max(5, length), 0);
                case STRING, OBJECT -> new Shape(false, Math.max(8, length), 0);
            };
        }

        private static Shape decimal(int nameLength, int decimals) {
            int after = decimals < 0 ? 3 : decimals == 0 ? 0 : decimals + 1;
            return new Shape(true, Math.max(5, nameLength - after), after);
        }

        void appendName(StringBuilder out, StringBuilder name) {
            int room = before + after - name.length();
            pad(out, isNumber ? room : 0);
            out.append(name);
            pad(out, isNumber ? 0 : room);
        }

        void append(StringBuilder out, StringBuilder text) {
            if (!isNumber) {
                int width = text.codePointCount(0, text.length());
                before = Math.max(before, Math.min(width, WIDEST_TEXT));
                out.append(text);
                pad(out, before - width);
                return;
            }
            int point = text.indexOf(".");
            int head = point < 0 ? text.length() : point;
            int tail = text.length() - head;
            if (point < 0 && !isDigit(text.charAt(text.length() - 1))) {
                // A word such as null or NaN stands at the right edge.
                pad(out, before + after - text.length());
                out.append(text);
                return;
            }
            before = Math.max(before, head);
            after = Math.max(after, tail);
            pad(out, before - head);
            out.append(text);
            pad(out, after - tail);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
