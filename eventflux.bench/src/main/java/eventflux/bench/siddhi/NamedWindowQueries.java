package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;
import java.util.List;

/**
 * Windows with a name that queries read, join and ask. Passes by patterns over them, by {@code session} as such a window, and by
 * {@code output current events} over batches before aggregates ({@code siddhi.md}, "Windows").
 */
final class NamedWindowQueries {

    private final Draft draft;
    private final Chance chance;

    NamedWindowQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void add() {
        draft.has("named window");
        String name = draft.name("Window");
        Window window = window();
        String output = window.life().isBatch() ? "" : chance.oneOf("", " output all events");
        String definition = Inputs.definitions().get(0).replaceAll(".*\\(", "(");
        draft.add("define window " + name + " " + definition + " " + window.call() + output);
        draft.add("from S insert into " + name);
        Readable readable = new Readable(name, Inputs.COLUMNS, draft.hasNulls());
        for (int i = chance.from(1, 2); i > 0; i--) {
            if (chance.oneIn(2) && !window.life().isBatch()) {
                new JoinQueries(draft).add(readable);
            } else {
                read(readable, window);
            }
        }
        if (!window.life().isBatch()) {
            OnDemand.ask(draft, readable);
        }
    }

    private Window window() {
        Windows windows = new Windows(draft, draft.first());
        return chance.oneIn(3)
                ? chance.one(List.of(
                        new Window("lengthBatch(3)", Window.Life.BATCH),
                        new Window("timeBatch(4 sec)", Window.Life.BATCH)))
                : windows.joinable();
    }

    private void read(Readable readable, Window window) {
        Selection selection = new Selections(draft, readable).behind(window.life());
        String events = selection.aggregates() || selection.tail().contains(" order by ")
                ? ""
                : chance.oneOf("", "all events ");
        draft.add("from " + readable.name() + " " + selection.text() + " insert " + events + "into " + draft.output());
    }
}
