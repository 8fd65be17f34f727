package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;

/** One group for all rows of a key: its cells lie in the record of the present key. */
public final class SingleGroup implements Groups, RecordHolder {

    private final RecordPart state;
    private final GroupLife life;

    /** The group whose cells have been asked for in {@code state}. */
    public SingleGroup(RecordPart state, GroupLife life) {
        this.state = state;
        this.life = life;
    }

    @Override
    public int select(RowView row, EvalContext context) {
        return 0;
    }

    @Override
    public void select(int slot) {
        // There is only one.
    }

    @Override
    public void join() {
        // The group stays however many rows there are.
    }

    @Override
    public void leave() {
        // The group stays however many rows there are.
    }

    @Override
    public long members() {
        return life.members();
    }

    @Override
    public void clear() {
        life.renew();
    }

    @Override
    public void forget() {
        life.renew();
    }

    @Override
    public void purge() {
        // The group stays however many rows there are.
    }

    @Override
    public RecordPart record() {
        return state;
    }
}
