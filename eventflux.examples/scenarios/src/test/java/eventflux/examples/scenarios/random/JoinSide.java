package eventflux.examples.scenarios.random;

/**
 * A side of a join.
 *
 * @param source what it reads
 * @param filter that rows pass first, perhaps none
 * @param window that keeps them, perhaps none
 * @param alias its name, and whether it alone looks for partners
 */
record JoinSide(Readable source, String filter, String window, String alias) {

    private boolean hasWindow() {
        return !window.isEmpty();
    }

    /** As it is. */
    Both text() {
        Both name = Both.same(source.name() + filter);
        return (hasWindow() ? name.then(Windows.behindStream(window)) : name).then(alias);
    }

    /** As it is when its window is a named one. */
    Both named(String name) {
        return hasWindow() ? Both.same(name + alias) : text();
    }

    /** The named window, and the query that fills it. */
    Both definition(String name) {
        return hasWindow()
                ? Both.same("define window " + name + " " + Columns.text(source.columns()) + " " + window + ";\n")
                        .then(StreamQueries.everything(source.name() + filter, name))
                : Both.same("");
    }
}
