package eventflux.bench.report;

/**
 * A measured number.
 *
 * @param subject what was done, such as a workload or a size
 * @param way who did it
 * @param unit of the value, such as {@code ns} or {@code bytes}
 * @param value smaller is better
 */
public record Figure(String subject, String way, String unit, double value) {

    private static final String SEPARATOR = "\t";
    private static final int PARTS = 4;

    /** The line of a file. */
    String toLine() {
        return String.join(SEPARATOR, subject, way, unit, Double.toString(value));
    }

    /** Reads a line. */
    static Figure ofLine(String line) {
        String[] parts = line.split(SEPARATOR);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no figure line=" + line);
        }
        return new Figure(parts[0], parts[1], parts[2], Double.parseDouble(parts[3]));
    }
}
