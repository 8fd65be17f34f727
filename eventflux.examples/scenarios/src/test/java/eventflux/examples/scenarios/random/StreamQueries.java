package eventflux.examples.scenarios.random;

import eventflux.testkit.random.Chance;

/** Queries over one stream: filters, a window, a selection. */
final class StreamQueries {

    /** How streams and windows are named that are in a rewritten text only. */
    static final String MIDDLE = "Middle";

    private final Draft draft;
    private final Chance chance;

    StreamQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void add() {
        Readable source = draft.source();
        Expressions expressions = draft.expressions(source.columns());
        boolean hasWindow = !source.isWindow() && !chance.oneIn(4);
        String call = hasWindow ? new Windows(chance).call(source.columns()) : "";
        Both window = hasWindow ? Windows.behindStream(call) : Both.same("");
        Both behind = chance.oneIn(4) ? behind(expressions.condition()) : Both.same("");
        Selection selection = draft.selection(source.columns());
        String target = draft.target(selection.columns());
        String events = chance.oneOf("", "", "", "all events ", "expired events ", "current events ");
        draft.has(hasWindow ? call.replaceAll("\\(.*", "") : "query");
        String filter = chance.oneIn(3) ? "[" + expressions.condition() + "]" : "";
        Both query = whole(Both.same(source.name() + filter).then(window).then(behind), selection, events, target);
        // What leaves a named window would not leave a stream.
        if (source.isWindow()) {
            draft.add(query);
            return;
        }
        boolean isShared = hasWindow && !draft.isPartition() && chance.oneIn(2);
        String middle = (draft.isPartition() ? "#" : "") + draft.name(MIDDLE);
        String definition =
                isShared ? "define window " + middle + " " + Columns.text(source.columns()) + " " + call + ";\n" : "";
        Both reader = Both.same(middle).then(isShared ? Both.same("") : window).then(behind);
        Both rewritten = Both.same(definition)
                .then(everything(source.name() + filter, middle))
                .then(whole(reader, selection, events, target));
        draft.add(query, rewritten);
    }

    /** A query by groups of the key, which see no rows of each other. */
    void addGrouped() {
        Readable source = draft.sources().get(0);
        Expressions expressions = draft.expressions(source.columns());
        String filter = chance.oneIn(3) ? "[" + expressions.condition() + "]" : "";
        Both window = new Windows(chance).byTime();
        Selection selection = new Selections(chance, draft.isAlike()).byKey(source.columns());
        String events = window.classic().isEmpty() || window.classic().contains("cron")
                ? ""
                : chance.oneOf("", "", "all events ", "expired events ");
        String target = draft.name("Out");
        draft.has("groups");
        draft.add(whole(Both.same(source.name() + filter).then(window), selection, events, target));
    }

    /** A query that hands everything on. */
    static Both everything(String source, String target) {
        return new Both(
                "from " + source + " select * insert into " + target + ";\n",
                "INSERT INTO " + target + " SELECT * FROM " + source + ";\n");
    }

    private Both behind(String condition) {
        return new Both("[" + condition + "]", (chance.oneIn(2) ? "[" + condition + "]" : " where " + condition));
    }

    /** A query with all its clauses in either order. */
    static Both whole(Both source, Selection selection, String events, String target) {
        return new Both(
                "from " + source.classic() + " " + selection.items() + selection.tail() + " insert " + events + "into "
                        + target,
                "INSERT " + events + "INTO " + target + " " + selection.items() + " FROM " + source.sql()
                        + selection.tail());
    }
}
