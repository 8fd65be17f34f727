package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Partitions by values and by ranges, with queries that read each other inside. */
final class Partitions {

    private final Draft draft;
    private final Chance chance;

    Partitions(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    /** A partition by the key of all streams. */
    void addWhole() {
        add(
                draft.sources(),
                draft.sources().stream()
                        .map(readable -> "k of " + readable.name())
                        .collect(Collectors.joining(", ")));
    }

    void add() {
        List<Readable> keyed = draft.sources().stream()
                .filter(readable -> readable.hasKey() && !readable.isWindow())
                .toList();
        List<Readable> read = chance.some(keyed, chance.from(1, 2));
        add(read, read.stream().map(this::key).collect(Collectors.joining(", ")));
    }

    private void add(List<Readable> read, String keys) {
        Draft inside = draft.inside(read);
        Queries queries = new Queries(inside);
        int count = chance.from(1, 3);
        for (int i = 0; i < count; i++) {
            queries.addSimple();
        }
        List<Part.Statement> statements = inside.parts().stream()
                .flatMap(part -> part.statements().stream())
                .toList();
        Both head = Both.same("partition with (" + keys + ")\nbegin\n");
        draft.add(new Part(head, statements, Both.same("end;\n")));
        draft.has("partition");
        inside.kinds().forEach(draft::has);
        inside.outside().forEach(draft::canRead);
    }

    private String key(Readable readable) {
        List<Column> numbers = Columns.filtered(
                Columns.numeric(readable.columns()), column -> !column.name().equals("ts"));
        Optional<Column> number =
                numbers.isEmpty() || !chance.oneIn(4) ? Optional.empty() : Optional.of(chance.one(numbers));
        return number.map(column -> "%1$s >= 4 as 'high' or %1$s < 4 as 'low' or %1$s > 2 and %1$s < 6 as 'some'"
                                .formatted(column.name()))
                        .orElse("k")
                + " of " + readable.name();
    }
}
