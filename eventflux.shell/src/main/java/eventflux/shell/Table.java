package eventflux.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Aligned columns under a heading. The last column is cut where the screen ends; a table without rows prints its heading, so
 * that people see what there could be.
 */
final class Table {

    private static final String GAP = "  ";
    private static final String CUT = "…";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private record Column(String heading, boolean right) {}

    /** A text and how it is painted. */
    record Cell(String text, Paint paint) {

        /** Control characters would break the table. */
        Cell {
            text = text.replaceAll("\\p{Cntrl}", " ");
        }
    }

    /** Adds columns whose texts begin at the left. */
    Table left(String... headings) {
        Arrays.stream(headings).forEach(heading -> columns.add(new Column(heading, false)));
        return this;
    }

    /** Adds columns whose texts end at the right, for numbers. */
    Table right(String... headings) {
        Arrays.stream(headings).forEach(heading -> columns.add(new Column(heading, true)));
        return this;
    }

    /** Adds a row: cells, or anything else that is printed plain. */
    Table row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell instanceof Cell painted ? painted : new Cell(String.valueOf(cell), Paint.PLAIN))
                .toList());
        return this;
    }

    /** Whether there are rows. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each with a line break but the last. */
    String print(Screen screen) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(headings(), widths, screen));
        rows.forEach(row -> lines.add(line(row, widths, screen)));
        return String.join("\n", lines);
    }

    /** How many places of the screen a text takes. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    private List<Cell> headings() {
        return columns.stream()
                .map(column -> new Cell(column.heading(), Paint.HEADING))
                .toList();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(columns.get(i).heading());
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i).text()));
            }
        }
        return widths;
    }

    private String line(List<Cell> cells, int[] widths, Screen screen) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean last = i == cells.size() - 1;
            String text = last ? cut(cell.text(), screen.width() - used) : cell.text();
            String blanks = " ".repeat(widths[i] - Math.min(widths[i], width(text)));
            String painted = screen.paint(text.isEmpty() ? Paint.PLAIN : cell.paint(), text);
            boolean right = columns.get(i).right();
            line.append(right ? blanks + painted : painted).append(last || right ? "" : blanks);
            line.append(last ? "" : GAP);
            used += widths[i] + GAP.length();
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int places) {
        if (places < 1 || width(text) <= places) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += Math.max(0, WCWidth.wcwidth(point));
            if (used >= places) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + CUT;
    }
}
