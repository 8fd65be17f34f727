package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;

/**
 * Queries over one stream: filters, a window, a selection, a rate. Passes by filters behind batches ({@code siddhi.md}, "Windows"), and by
 * aggregates and groups over several rows that go on at once, {@code order by}, {@code limit} and {@code offset} over rows that leave
 * ("Rows and their times").
 */
final class StreamQueries {

    private final Draft draft;
    private final Chance chance;

    StreamQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    /** One query, or one that another one reads. */
    void add() {
        Readable source = chance.oneIn(4) ? draft.second() : draft.first();
        if (chance.oneIn(3)) {
            add(first(source));
        } else {
            add(source);
        }
    }

    /** A query over a stream. */
    void add(Readable source) {
        Windows windows = new Windows(draft, source);
        Window window = chance.oneIn(4) ? Window.NONE : windows.any();
        draft.has(window.kind());
        Selections selections = new Selections(draft, source);
        boolean hasOnlyGroups = selections.hasKeys() && chance.oneIn(5);
        Selection selection = hasOnlyGroups ? selections.ofGroups(window.life()) : selections.behind(window.life());
        String events = events(window, selection);
        boolean isOrdered = selection.tail().contains(" order by ");
        String rate = isOrdered || !events.isEmpty() && selection.aggregates()
                ? ""
                : new Rates(draft).maybe(selection, window, events);
        draft.add("from " + source.name() + filter(source) + window.text() + behind(source, window) + " "
                + selection.text() + rate + " insert " + events + "into " + draft.output());
    }

    private String behind(Readable source, Window window) {
        return window.life() == Window.Life.SLIDING ? filter(source) : "";
    }

    private String filter(Readable source) {
        return chance.oneIn(4) ? "[" + draft.expressions(source).condition() + "]" : "";
    }

    private String events(Window window, Selection selection) {
        if (window.life() == Window.Life.NONE || selection.tail().contains(" order by ")) {
            return "";
        }
        if (!selection.aggregates()) {
            return chance.oneOf("", "", "all events ", "expired events ", "current events ");
        }
        return window.life() == Window.Life.SLIDING ? chance.oneOf("", "", "expired events ") : "";
    }

    /** A stream that a first query over another one makes. */
    Readable first(Readable source) {
        Selections selections = new Selections(draft, source);
        Selection selection = chance.oneIn(2) ? selections.plain() : selections.behind(Window.Life.NONE);
        String name = (draft.isPartition() ? "#" : "") + draft.name("Mid");
        draft.has("two queries");
        draft.add("from " + source.name() + filter(source) + " " + selection.text() + " insert into " + name);
        return new Readable(name, selection.columns(), true);
    }
}
