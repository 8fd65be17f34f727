package eventflux.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The numbers of one run, in the order in which they were measured. */
public final class Figures {

    private static final String HEADER = "subject\tway\tunit\tvalue";

    private final List<Figure> all = new ArrayList<>();

    /** Adds a number. */
    public void add(String subject, String way, String unit, double value) {
        all.add(new Figure(subject, way, unit, value));
    }

    /** One number, where it was measured. */
    public OptionalDouble find(String subject, String way, String unit) {
        return all.stream()
                .filter(figure -> figure.subject().equals(subject)
                        && figure.way().equals(way)
                        && figure.unit().equals(unit))
                .mapToDouble(Figure::value)
                .findFirst();
    }

    /** What was done, in order. */
    public List<String> subjects(String unit) {
        return distinct(unit, Figure::subject);
    }

    /** Who did it, in order. */
    public List<String> ways(String unit) {
        return distinct(unit, Figure::way);
    }

    private List<String> distinct(String unit, Function<Figure, String> part) {
        return all.stream()
                .filter(figure -> figure.unit().equals(unit))
                .map(part)
                .distinct()
                .toList();
    }

    /** Writes a file of one line a number. */
    public void write(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.write(
                file,
                Stream.concat(Stream.of(HEADER), all.stream().map(Figure::toLine))
                        .toList());
    }

    /** Reads such a file. */
    public static Figures read(Path file) throws IOException {
        Figures figures = new Figures();
        Files.readAllLines(file).stream().skip(1).map(Figure::ofLine).forEach(figures.all::add);
        return figures;
    }
}
