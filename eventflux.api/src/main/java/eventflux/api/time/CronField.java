package eventflux.api.time;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** A field of a cron expression whose values are numbers from one range, some of which have names. */
enum CronField {
    SECONDS("second", 0, 59, List.of()),
    MINUTES("minute", 0, 59, List.of()),
    HOURS("hour", 0, 23, List.of()),
    DAYS_OF_MONTH("day of the month", 1, 31, List.of()),
    MONTHS("month", 1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    DAYS_OF_WEEK("day of the week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
    YEARS("year", 1970, 2199, List.of());

    private final String label;
    private final int first;
    private final int last;
    private final List<String> names;

    CronField(String label, int first, int last, List<String> names) {
        this.label = label;
        this.first = first;
        this.last = last;
        this.names = names;
    }

    /** The values that a whole field means. */
    BitSet parse(String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            add(part, values);
        }
        return values;
    }

    /** Adds the values that one part of a list means. */
    void add(String part, BitSet values) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : step(part.substring(slash + 1), part);
        int dash = range.indexOf('-');
        if (range.equals("*") || range.isEmpty() && slash == 0) {
            add(first, last, step, values);
        } else if (dash > 0) {
            add(value(range.substring(0, dash)), value(range.substring(dash + 1)), step, values);
        } else {
            int from = value(range);
            add(from, slash < 0 ? from : last, step, values);
        }
    }

    // A range whose end comes before its beginning goes over the end: FRI-MON.
    private void add(int from, int to, int step, BitSet values) {
        int span = last - first + 1;
        int end = to < from ? to + span : to;
        for (int value = from; value <= end; value += step) {
            values.set(value > last ? value - span : value);
        }
    }

    /** A single value, by number or name. */
    int value(String text) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return name + first;
        }
        int value = number(text);
        if (value < first || value > last) {
            throw wrong(text);
        }
        return value;
    }

    private int step(String text, String part) {
        int step = number(text);
        if (step < 1) {
            throw wrong(part);
        }
        return step;
    }

    private int number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw wrong(text);
        }
        return Integer.parseInt(text);
    }

    /** What is wrong with a part. */
    IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException(
                "'" + part + "' is no " + label + " of a cron expression: it is a number from " + first + " to " + last
                        + ", a range a-b, steps a/n, a list of these, or *.");
    }
}
