package eventflux.core.operator.pattern;

import eventflux.core.row.RowView;
import eventflux.core.state.Stateful;

/** Finds the matches of a pattern in the events of the present key. Used by the thread that owns the application. */
public interface EventMatcher extends Stateful {

    /**
     * An event of one of the pattern's streams.
     *
     * @param stream its place among the streams of the pattern
     */
    void receive(RowView event, int stream);

    /**
     * Whether the present key remembers nothing that a new one would not, once the matches have ended that the latest event of any key
     * shows to be too old.
     */
    boolean isEmpty();
}
