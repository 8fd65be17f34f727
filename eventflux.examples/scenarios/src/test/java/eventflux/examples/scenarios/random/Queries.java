package eventflux.examples.scenarios.random;

/** Queries of all kinds. */
final class Queries {

    private final Draft draft;

    Queries(Draft draft) {
        this.draft = draft;
    }

    /** A query that may stand inside of a partition. */
    void addSimple() {
        switch (draft.chance().below(5)) {
            case 0 -> new JoinQueries(draft).add();
            case 1 -> new PatternQueries(draft).add();
            default -> new StreamQueries(draft).add();
        }
    }

    /** Any. */
    void add() {
        switch (draft.chance().below(13)) {
            case 0, 1 -> new Partitions(draft).add();
            case 2 -> new TableQueries(draft).add();
            case 3 -> new OtherDefinitions(draft).addWindow();
            case 4 -> new OtherDefinitions(draft).addAggregation();
            case 5 -> new OtherDefinitions(draft).addTrigger();
            case 6 -> new LoopQueries(draft).add();
            default -> addSimple();
        }
    }
}
