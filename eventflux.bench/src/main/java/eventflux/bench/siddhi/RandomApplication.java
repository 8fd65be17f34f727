package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;

/** Makes applications, each of a number. */
final class RandomApplication {

    private final Draft draft;
    private final Chance chance;

    private RandomApplication(long seed) {
        chance = new Chance(seed);
        draft = new Draft(chance, chance.oneIn(3));
    }

    static Application of(long seed) {
        return new RandomApplication(seed).make();
    }

    private Application make() {
        boolean isAggregation = chance.oneIn(12);
        if (isAggregation) {
            new AggregationQueries(draft).add();
        } else {
            addQuery();
        }
        return new Application(
                draft.kinds(),
                draft.isBoundToNow(),
                draft.statements(),
                new Inputs(chance, draft.hasNulls()).steps(draft.questions(), isAggregation));
    }

    private void addQuery() {
        switch (chance.below(10)) {
            case 0 -> new JoinQueries(draft).add();
            case 1, 2 -> new TableQueries(draft).add();
            case 3 -> new NamedWindowQueries(draft).add();
            case 4 -> new PatternQueries(draft).add();
            case 5, 6 -> new PartitionQueries(draft).add();
            default -> new StreamQueries(draft).add();
        }
    }
}
