package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.Stateful;

/** Finds the record of a row's group. Used by the thread that owns the application. */
public interface Groups extends Stateful {

    /** Selects the group of a row, a new one when its key has none, and answers its slot. */
    int select(RowView row, EvalContext context);

    /** Selects a group that is there. */
    void select(int slot);

    /** A row of the selected group has come into the window. */
    void join();

    /** A row of the selected group has left; a group without rows is given back. */
    void leave();

    /** How many rows of the selected group are there. */
    long members();

    /** Gives all groups back. */
    void clear();

    /** All groups begin anew but keep their slots until {@link #purge}. */
    void forget();

    /** Gives back the groups without rows. */
    void purge();
}
