package eventflux.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Compares the numbers of two commits. Machines differ from day to day, so times are divided by those of a way that did not change
 * between the commits and ran beside the others. Run as {@code eventflux.bench/bench compare OLD.tsv NEW.tsv [WAY]}.
 */
public final class Comparison {

    private static final double WORTH_A_MARK = 1.15;

    private final Figures before;
    private final Figures after;
    private final String yardstick;
    private final List<Double> changes = new ArrayList<>();

    private Comparison(Figures before, Figures after, String yardstick) {
        this.before = before;
        this.after = after;
        this.yardstick = yardstick;
    }

    /**
     * Prints a line for each number that both runs have.
     *
     * @param args the older file, the newer file, and the way that others are divided by: {@code loop} when it is not said, {@code none}
     *     for numbers as they are
     * @throws IOException when a file can't be read
     */
    public static void main(String[] args) throws IOException {
        Figures before = Figures.read(Path.of(args[0]));
        Figures after = Figures.read(Path.of(args[1]));
        new Comparison(before, after, args.length > 2 ? args[2] : "loop").print(System.out);
    }

    private void print(PrintStream out) {
        out.printf("%-40s%-14s%-8s%12s%12s%10s%n", "", "way", "unit", "before", "after", "change");
        for (String unit : List.of("ns", "bytes", "ms", "us")) {
            for (String subject : after.subjects(unit)) {
                for (String way : after.ways(unit)) {
                    print(out, new Place(subject, way, unit));
                }
            }
        }
        double mean = Math.exp(changes.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
        out.printf("%ngeometric mean of all changes of time: %.2f%n", mean);
        out.println("Times are shown as they were measured; changes are those of the quotient by " + yardstick
                + " of the same run.");
    }

    private record Place(String subject, String way, String unit) {}

    private void print(PrintStream out, Place place) {
        OptionalDouble old = before.find(place.subject(), place.way(), place.unit());
        OptionalDouble now = after.find(place.subject(), place.way(), place.unit());
        if (old.isEmpty() || now.isEmpty()) {
            return;
        }
        boolean isTime = !place.unit().equals("bytes");
        double change = now.getAsDouble() / old.getAsDouble();
        if (isTime) {
            change *= divisor(before, place) / divisor(after, place);
            if (!place.way().equals(yardstick)) {
                changes.add(change);
            }
        }
        String mark = change > WORTH_A_MARK ? " slower" : change < 1 / WORTH_A_MARK ? " faster" : "";
        out.printf(
                "%-40s%-14s%-8s%12.1f%12.1f%10.2f%s%n",
                place.subject(), place.way(), place.unit(), old.getAsDouble(), now.getAsDouble(), change, mark);
    }

    private double divisor(Figures figures, Place place) {
        return figures.find(place.subject(), yardstick, place.unit()).orElse(1);
    }
}
