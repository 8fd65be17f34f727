package eventflux.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a benchmark leaves its numbers: {@code --save=FILE} writes FILE.tsv, and FILE.svg beside it. */
public final class Output {

    private static final String SAVE = "--save=";

    private final Optional<Path> place;

    /** Looks for {@code --save=} among arguments. */
    public Output(String[] args) {
        place = Arrays.stream(args)
                .filter(arg -> arg.startsWith(SAVE))
                .map(arg -> Path.of(arg.substring(SAVE.length())))
                .findFirst();
    }

    /** The arguments that say something else. */
    public static List<String> others(String[] args) {
        return Arrays.stream(args).filter(arg -> !arg.startsWith(SAVE)).toList();
    }

    /** Writes both files, if somebody wants them. */
    public void write(Figures figures, Chart chart) throws IOException {
        if (place.isPresent()) {
            figures.write(with(".tsv"));
            Files.writeString(with(".svg"), chart.draw(figures));
        }
    }

    private Path with(String ending) {
        return place.orElseThrow().resolveSibling(place.orElseThrow().getFileName() + ending);
    }
}
