package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/** Makes applications, each of a number. */
final class RandomApplication {

    static final long START = 1_000;

    /** What rows are sent into. */
    static final List<String> INPUTS = List.of("A", "B");

    private static final int MOST_QUERIES = 4;

    private final Chance chance;
    private final List<Readable> inputs = new ArrayList<>();

    private RandomApplication(long seed) {
        this.chance = new Chance(seed);
    }

    static Application of(long seed) {
        return new RandomApplication(seed).make();
    }

    private Application make() {
        return switch (chance.below(6)) {
            case 0 -> partitioned();
            case 1 -> grouped();
            default -> any();
        };
    }

    private Application any() {
        Draft draft = draft(chance.oneIn(2), chance.from(1, 2));
        Queries queries = new Queries(draft);
        for (int i = chance.from(1, MOST_QUERIES); i > 0; i--) {
            queries.add();
        }
        String limit = draft.kinds().contains(LoopQueries.KIND) ? LoopQueries.FEW_ROWS : "";
        return finished(draft, Form.ANY, (chance.oneIn(4) ? "@app:playback\n" : "") + limit);
    }

    private Draft draft(boolean isAlike, int streams) {
        Draft draft = new Draft(chance, isAlike);
        for (String name : INPUTS.subList(0, streams)) {
            List<Column> columns = Columns.random(chance);
            Readable stream = Readable.stream(name, columns);
            inputs.add(stream);
            draft.canRead(stream);
            draft.add(Both.same("define stream " + name + " " + Columns.text(columns)));
        }
        return draft;
    }

    private Application finished(Draft draft, Form form, String head) {
        List<Step> steps = new RandomInput(chance, inputs).steps(draft.questions());
        Dialect dialect = chance.oneOf(Dialect.values());
        return new Application(draft.kinds(), form, head, dialect, draft.isAlike(), draft.parts(), steps);
    }

    private Application partitioned() {
        Draft draft = draft(chance.oneIn(2), chance.from(1, 2));
        new Partitions(draft).addWhole();
        return finished(draft, Form.PARTITIONED, "");
    }

    private Application grouped() {
        Draft draft = draft(chance.oneIn(2), 1);
        for (int i = chance.from(1, 2); i > 0; i--) {
            new StreamQueries(draft).addGrouped();
        }
        return finished(draft, Form.GROUPED, "");
    }
}
